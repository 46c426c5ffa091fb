package io.baro.acd.pbx;

/** Owns how an answer to one action is written: response, ActionID, then the rest. Never outlives its action, but in {@link #actionId}. */
final class AmiReply {
    private final AmiServerSession session;
    private final String idLine;

    AmiReply(AmiServerSession session, AmiRequest request) {
        this.session = session;
        String id = request.get("ActionID");
        this.idLine = id.isEmpty() ? "" : "ActionID: " + id + "\r\n";
    }

    /** The line {@code ActionID: ...} with its end, or nothing. */
    String actionId() {
        return idLine;
    }

    void success(String message) {
        session.reply("Response: Success\r\n" + idLine + "Message: " + message + "\r\n\r\n");
    }

    void error(String message) {
        session.reply("Response: Error\r\n" + idLine + "Message: " + message + "\r\n\r\n");
    }

    void goodbye(String message) {
        session.reply("Response: Goodbye\r\n" + idLine + "Message: " + message + "\r\n\r\n");
    }

    /** A success whose headers are these lines. */
    void data(String lines) {
        session.reply("Response: Success\r\n" + idLine + lines + "\r\n");
    }

    void listBegins(String message) {
        session.reply("Response: Success\r\n" + idLine + "EventList: start\r\nMessage: " + message + "\r\n\r\n");
    }

    void item(String event, String lines) {
        session.reply("Event: " + event + "\r\n" + idLine + lines + "\r\n");
    }

    void listEnds(String event, int items) {
        session.reply("Event: " + event + "\r\n" + idLine + "EventList: Complete\r\nListItems: " + items + "\r\n\r\n");
    }

    /** A block that is no answer. */
    void block(String text) {
        session.reply(text);
    }
}
