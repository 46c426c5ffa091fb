package io.baro.acd.pbx;

/**
 * Owns one endpoint: whether it is registered, the leg it has, the state Asterisk tells of it, and what it does with calls. Never
 * routes. Only the loop's thread touches it.
 */
public final class AgentPhone {
    private static final long HUMAN_MILLIS = 50;

    private final EmbeddedPbx pbx;
    private final String endpoint;
    final byte[] endpointBytes;
    final byte[] deviceBytes;
    private PhoneScript script = (phone, caller) -> PhoneBehaviour.answer(HUMAN_MILLIS, PhoneBehaviour.UNTIL_TOLD);
    private boolean registered = true;
    /** The agent's own call; null: none. */
    private OwnCall ownCall;

    private DeviceState device = DeviceState.NOT_INUSE;
    /** The leg that rings or talks. */
    DialAttempt leg;
    /** Who is in {@code GROUP(acd)} of this endpoint: the guard of one call per agent. */
    Dialler groupHolder;

    long lastEndedMillis;

    AgentPhone(EmbeddedPbx pbx, String endpoint) {
        this.pbx = pbx;
        this.endpoint = endpoint;
        this.endpointBytes = Ascii.bytes(endpoint);
        this.deviceBytes = Ascii.bytes("PJSIP/" + endpoint);
    }

    /** Its name in pjsip.conf. */
    public String endpoint() {
        return endpoint;
    }

    boolean isRegistered() {
        return registered;
    }

    boolean isFree() {
        return registered && leg == null && ownCall == null;
    }

    /** From now on busy with a call that no caller waits behind. */
    void hold(OwnCall call) {
        ownCall = call;
    }

    void release() {
        ownCall = null;
        show(idleState());
    }

    DeviceState device() {
        return device;
    }

    PhoneBehaviour invited(Caller caller) {
        return leg == null && ownCall == null ? script.onInvite(this, caller) : PhoneBehaviour.busy();
    }

    void follow(PhoneScript newScript) {
        script = newScript;
    }

    /** A contact appears or goes; a talk that is on goes on. */
    void register(boolean present) {
        if (present != registered) {
            registered = present;
            pbx.contactChanged(this, present);
            show(leg == null && ownCall == null ? idleState() : device);
        }
    }

    void show(DeviceState state) {
        if (state != device) {
            device = state;
            pbx.events().deviceState(deviceBytes, state);
        }
    }

    void legEnded() {
        leg = null;
        lastEndedMillis = pbx.clock().nowMillis();
        show(idleState());
    }

    /** The PBX dies: no event is ever sent. */
    void forgetCalls() {
        if (leg != null) {
            leg.vanish();
        }
        if (ownCall != null) {
            ownCall.vanish();
        }
        leg = null;
        ownCall = null;
        groupHolder = null;
        device = idleState();
    }

    private DeviceState idleState() {
        return registered ? DeviceState.NOT_INUSE : DeviceState.UNAVAILABLE;
    }
}
