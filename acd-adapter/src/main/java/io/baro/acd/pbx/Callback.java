package io.baro.acd.pbx;

/** A callback that is on the way: a Local channel and, at its two ends, an agent and a customer. Only the loop's thread touches it. */
sealed interface Callback permits CallbackCall, CustomerFirstCall {
    void start();

    /** The PBX dies: no event is ever sent. */
    void vanish();

    /** Reads the action; null: it is no callback of ours, or one that exists already. */
    static Callback of(EmbeddedPbx pbx, AmiRequest action) {
        CallbackRequest request = CallbackRequest.of(action);
        if (request == null
                || pbx.channels().hasUniqueId(request.nearId())
                || pbx.channels().hasUniqueId(request.farId())) {
            return null;
        }
        return request.customerFirst() ? new CustomerFirstCall(pbx, request) : new CallbackCall(pbx, request);
    }
}
