package io.baro.acd.pbx;

/** What the engine's Originate of a callback says, variables included. Immutable. */
record CallbackRequest(
        String exten,
        boolean customerFirst,
        String call,
        int attempt,
        String number,
        long ringMillis,
        String queue,
        String nearId,
        String farId) {
    private static final int MOST_DIGITS = 4;
    private static final String LOCAL = "Local/";

    /** Reads the action; null: it is no callback of ours. */
    static CallbackRequest of(AmiRequest action) {
        String channel = action.get("Channel");
        int at = channel.lastIndexOf('@');
        if (!channel.startsWith(LOCAL) || at < 0) {
            return null;
        }
        String exten = channel.substring(LOCAL.length(), at);
        String context = channel.substring(at);
        boolean customerFirst = context.equals("@acd-callback-customer/n");
        OfferExten offer = OfferExten.parse(exten);
        boolean ours = customerFirst || context.equals("@acd-callback-agent/n");
        if (!ours || !offer.valid() || offer.endpoints().size() != 1) {
            return null;
        }
        return new CallbackRequest(
                exten,
                customerFirst,
                action.variable("__ACD_CALL"),
                number(action.variable("ACD_ATTEMPT")),
                Dialplan.digitsOf(action.variable("ACD_NUMBER")),
                number(action.variable("ACD_CUSTOMER_RING")) * 1000L,
                action.variable("ACD_QUEUE"),
                action.get("ChannelId"),
                action.get("OtherChannelId"));
    }

    /** The context in which the far half begins. */
    byte[] context() {
        return customerFirst ? Dialplan.CALLBACK_CUSTOMER : Dialplan.CALLBACK_AGENT;
    }

    private static int number(String text) {
        boolean number =
                !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(Character::isDigit);
        return number ? Integer.parseInt(text) : 0;
    }
}
