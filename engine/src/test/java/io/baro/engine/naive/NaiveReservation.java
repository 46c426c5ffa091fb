package io.baro.engine.naive;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.ReservationKind;

/** Routing 32: somebody is owed a call. */
final class NaiveReservation {
    final long id;
    final long callerKey;
    final int queueId;
    final ReservationKind kind;
    final int pbx;
    final long made;
    byte[] number;
    long joined;
    long boost;
    long due;
    long until;
    int attempts;
    int fruitless;
    boolean calling;
    boolean customerFirst;
    boolean reached;
    boolean served;
    boolean unreported;
    boolean withdrawn;
    DialStatus result = DialStatus.NONE;
    NaiveCall call;
    long deadline = NaiveCentre.NEVER;

    NaiveReservation(long id, long callerKey, int queueId, ReservationKind kind, byte[] number, long made) {
        this.id = id;
        this.callerKey = callerKey;
        this.queueId = queueId;
        this.kind = kind;
        this.number = number;
        this.made = made;
        pbx = CallIds.pbxOf(id);
    }

    /** Its call stands in line alone, without the customer. */
    boolean waits() {
        return call != null && call.state == NaiveCall.State.WAITING && call.isPromise();
    }
}
