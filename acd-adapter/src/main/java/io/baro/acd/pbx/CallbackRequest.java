package io.baro.acd.pbx;

/** What the engine's Originate of a callback says, variables included. Immutable. */
record CallbackRequest(String call, int attempt, String number, long ringMillis, String nearId, String farId) {
    private static final int MOST_DIGITS = 4;

    static CallbackRequest of(AmiRequest action) {
        return new CallbackRequest(
                action.variable("__ACD_CALL"),
                number(action.variable("ACD_ATTEMPT")),
                Dialplan.digitsOf(action.variable("ACD_NUMBER")),
                number(action.variable("ACD_CUSTOMER_RING")) * 1000L,
                action.get("ChannelId"),
                action.get("OtherChannelId"));
    }

    private static int number(String text) {
        boolean number =
                !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(Character::isDigit);
        return number ? Integer.parseInt(text) : 0;
    }
}
