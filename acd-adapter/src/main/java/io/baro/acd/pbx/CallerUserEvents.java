package io.baro.acd.pbx;

/** Owns the words of the dialplan's UserEvents about one caller. Never decides when. Only the loop's thread calls it. */
final class CallerUserEvents {
    private static final byte[] ARRIVED = Ascii.bytes("AcdArrived");
    private static final byte[] WAITING = Ascii.bytes("AcdWaiting");
    private static final byte[] DIAL_RESULT = Ascii.bytes("AcdDialResult");
    private static final byte[] TAKEN = Ascii.bytes("AcdTaken");
    private static final byte[] CALLBACK_YES = Ascii.bytes("AcdCallbackYes");
    private static final byte[] CALLBACK_NO = Ascii.bytes("AcdCallbackNo");
    private static final byte[] FALLBACK = Ascii.bytes("AcdFallback");
    private static final byte[] CALL = Ascii.bytes("Call: ");
    private static final byte[] NUM = Ascii.bytes("Num: ");
    private static final byte[] DNIS = Ascii.bytes("Dnis: ");
    private static final byte[] QUEUE = Ascii.bytes("Queue: ");
    private static final byte[] TURN = Ascii.bytes("Turn: ");
    private static final byte[] WAITED = Ascii.bytes("Waited: ");
    private static final byte[] OFFER = Ascii.bytes("Offer: ");
    private static final byte[] ENDPOINT = Ascii.bytes("Endpoint: ");
    private static final byte[] STATUS = Ascii.bytes("Status: ");
    private static final byte[] CAUSE = Ascii.bytes("Cause: ");

    private final EmbeddedPbx pbx;
    private final PbxChannel channel;
    private final byte[] number;
    private final byte[] dnis;

    CallerUserEvents(EmbeddedPbx pbx, PbxChannel channel, String number, String dnis) {
        this.pbx = pbx;
        this.channel = channel;
        this.number = Ascii.bytes(number);
        this.dnis = Ascii.bytes(dnis);
    }

    void arrived() {
        begin(ARRIVED).field(NUM, number).field(DNIS, dnis);
        pbx.events().endUserEvent();
    }

    void waiting(String queue, int turn, long waitedSeconds) {
        begin(WAITING)
                .field(NUM, number)
                .field(DNIS, dnis)
                .field(QUEUE, Ascii.bytes(queue))
                .field(TURN, turn)
                .field(WAITED, waitedSeconds);
        pbx.events().endUserEvent();
    }

    void dialResult(String offer, String status, int cause) {
        begin(DIAL_RESULT)
                .field(OFFER, Ascii.bytes(offer))
                .field(STATUS, Ascii.bytes(status))
                .field(CAUSE, cause);
        pbx.events().endUserEvent();
    }

    void taken(String offer, String endpoint) {
        begin(TAKEN).field(OFFER, Ascii.bytes(offer)).field(ENDPOINT, Ascii.bytes(endpoint));
        pbx.events().endUserEvent();
    }

    void callbackAccepted() {
        begin(CALLBACK_YES).field(NUM, number);
        pbx.events().endUserEvent();
    }

    void callbackDeclined() {
        begin(CALLBACK_NO);
        pbx.events().endUserEvent();
    }

    void fallback(String queue) {
        begin(FALLBACK).field(QUEUE, Ascii.bytes(queue));
        pbx.events().endUserEvent();
    }

    private EventWriter begin(byte[] name) {
        return pbx.events().userEvent(channel, name).field(CALL, channel.acdCall);
    }
}
