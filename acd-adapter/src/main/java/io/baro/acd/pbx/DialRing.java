package io.baro.acd.pbx;

import java.util.ArrayList;
import java.util.List;

/**
 * Owns the legs that ring together for one caller, until one is answered or none is left: the first to answer has him, the others are
 * hung up. Never says what the caller does next: it tells him. Only the loop's thread touches it.
 */
final class DialRing implements Dialler {
    private final EmbeddedPbx pbx;
    private final Caller caller;
    private final List<DialAttempt> legs = new ArrayList<>();
    private boolean several;
    private boolean anyBusy;

    DialRing(EmbeddedPbx pbx, Caller caller) {
        this.pbx = pbx;
        this.caller = caller;
    }

    void start(List<AgentPhone> phones, long ringMillis) {
        several = phones.size() > 1;
        for (AgentPhone phone : phones) {
            legs.add(new DialAttempt(pbx, this, new PhoneEnd(pbx, phone, caller), ringMillis, Dialplan.NO_SIGN_MILLIS));
        }
        legs.forEach(DialAttempt::announce);
        List.copyOf(legs).forEach(DialAttempt::dial);
    }

    /** The caller was moved away while they rang. */
    void cancel() {
        legs.forEach(DialAttempt::tellCancelled);
        legs.forEach(leg -> leg.end(HangupCause.NORMAL));
    }

    /** The caller hung up while they rang. */
    void cancelByHangup() {
        legs.forEach(DialAttempt::tellCancelled);
        pbx.events().softHangupRequest(caller.channel);
        legs.forEach(leg -> leg.end(HangupCause.NORMAL));
    }

    /** The PBX dies: no event is ever sent. */
    void vanish() {
        legs.forEach(DialAttempt::vanish);
    }

    @Override
    public boolean ringsSeveral() {
        return several;
    }

    @Override
    public void winning(DialAttempt winner) {
        legs.remove(winner);
        legs.forEach(DialAttempt::tellCancelled);
        legs.forEach(leg -> leg.end(HangupCause.ANSWERED_ELSEWHERE));
        legs.clear();
        caller.answeredBy(winner);
    }

    @Override
    public PbxChannel channel() {
        return caller.channel;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public boolean isInFallback() {
        return false;
    }

    @Override
    public void rings() {
        legs.forEach(DialAttempt::waitsAlong);
        caller.rings();
    }

    @Override
    public void answered() {
        caller.answered();
    }

    @Override
    public void bridged(AgentPhone phone) {
        caller.bridged(phone);
    }

    /** The dialplan goes on when none is left: with busy if one was, with no answer if the ring time ended it. */
    @Override
    public void dialFailed(String status) {
        legs.removeIf(DialAttempt::isOver);
        anyBusy |= status.equals("BUSY");
        if (legs.isEmpty()) {
            caller.dialFailed(anyBusy && !status.equals("NOANSWER") ? "BUSY" : status);
        }
    }

    @Override
    public void agentLeft() {
        caller.agentLeft();
    }
}
