package io.baro.engine.rehearsal;

/** Why a leg ended: Q.850 cause and SIP status (0: none), as a real Asterisk 22.10.1 was recorded to tell them. Immutable. */
record LegEnd(int cause, int techCause) {
    static final LegEnd NONE = new LegEnd(0, 0);
    static final LegEnd NORMAL = new LegEnd(16, 0);
    static final LegEnd ELSEWHERE = new LegEnd(26, 0);
    static final LegEnd BUSY = new LegEnd(17, 486);
    static final LegEnd TAKEN = new LegEnd(17, 0);
    static final LegEnd REJECTED = new LegEnd(21, 603);
}
