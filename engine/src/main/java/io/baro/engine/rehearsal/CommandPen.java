package io.baro.engine.rehearsal;

import io.baro.engine.message.AgentLoggedInEncoder;
import io.baro.engine.message.AgentLoggedOutEncoder;
import io.baro.engine.message.AgentPausedEncoder;
import io.baro.engine.message.AgentReadiedEncoder;
import io.baro.engine.message.CallArrivedEncoder;
import io.baro.engine.message.CallFailedOverEncoder;
import io.baro.engine.message.CallHungUpEncoder;
import io.baro.engine.message.CallSeenEncoder;
import io.baro.engine.message.CallWaitingEncoder;
import io.baro.engine.message.CallbackAcceptedEncoder;
import io.baro.engine.message.CallbackDeclinedEncoder;
import io.baro.engine.message.CallbackProgressedEncoder;
import io.baro.engine.message.CallbackStage;
import io.baro.engine.message.DayBeganEncoder;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferProgressedEncoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.RedirectRefusedEncoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ResyncBeganEncoder;
import io.baro.engine.message.ResyncCompletedEncoder;
import io.baro.engine.message.SeenPhase;
import io.baro.engine.message.TimeAdvancedEncoder;
import io.baro.engine.port.Actor;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes the commands that a PBX's link would send, one at a time, into one reused buffer. Decides nothing. One thread. */
final class CommandPen {
    private static final int BUFFER_BYTES = 256;
    private static final int MILLIS_PER_SECOND = 1_000;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[BUFFER_BYTES]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CallArrivedEncoder arrived = new CallArrivedEncoder();
    private final CallWaitingEncoder waiting = new CallWaitingEncoder();
    private final CallHungUpEncoder hungUp = new CallHungUpEncoder();
    private final CallFailedOverEncoder failedOver = new CallFailedOverEncoder();
    private final CallbackAcceptedEncoder accepted = new CallbackAcceptedEncoder();
    private final CallbackDeclinedEncoder declined = new CallbackDeclinedEncoder();
    private final CallbackProgressedEncoder calledBack = new CallbackProgressedEncoder();
    private final RedirectRefusedEncoder refused = new RedirectRefusedEncoder();
    private final OfferProgressedEncoder progressed = new OfferProgressedEncoder();
    private final AgentLoggedInEncoder loggedIn = new AgentLoggedInEncoder();
    private final AgentLoggedOutEncoder loggedOut = new AgentLoggedOutEncoder();
    private final AgentPausedEncoder paused = new AgentPausedEncoder();
    private final AgentReadiedEncoder readied = new AgentReadiedEncoder();
    private final DayBeganEncoder dayBegan = new DayBeganEncoder();
    private final TimeAdvancedEncoder timeAdvanced = new TimeAdvancedEncoder();
    private final ResyncBeganEncoder resyncBegan = new ResyncBeganEncoder();
    private final ResyncCompletedEncoder resyncCompleted = new ResyncCompletedEncoder();
    private final CallSeenEncoder seen = new CallSeenEncoder();
    private int length;

    /** The command last written. */
    DirectBuffer buffer() {
        return buffer;
    }

    /** Its length, header included. */
    int length() {
        return length;
    }

    CommandPen arrived(long callId, CallScript script) {
        arrived.wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .callerKey(script.callerKey())
                .callerAge((short) script.age())
                .queueId(script.entryQueueId())
                .dedicatedAgentId(script.dedicatedAgentId())
                .teamQueueId(script.teamQueueId());
        return done(arrived.encodedLength());
    }

    /** As the dialplan says it: whole seconds. */
    CommandPen waiting(long callId, CallScript script, int queueId, long waitedMillis) {
        waiting.wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .callerKey(script.callerKey())
                .callerAge((short) script.age())
                .queueId(queueId)
                .waitedMillis(waitedMillis / MILLIS_PER_SECOND * MILLIS_PER_SECOND)
                .dedicatedAgentId(script.dedicatedAgentId())
                .teamQueueId(script.teamQueueId());
        return done(waiting.encodedLength());
    }

    CommandPen hungUp(long callId, int cause) {
        hungUp.wrapAndApplyHeader(buffer, 0, header).callId(callId).cause((short) cause);
        return done(hungUp.encodedLength());
    }

    CommandPen failedOver(long callId) {
        failedOver.wrapAndApplyHeader(buffer, 0, header).callId(callId);
        return done(failedOver.encodedLength());
    }

    /** The number stays empty: nobody is dialled in a rehearsal. */
    CommandPen callbackAccepted(long callId, long callerKey) {
        accepted.wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .callerKey(callerKey)
                .fromMillis(0)
                .untilMillis(0)
                .problem(RefusalReason.NULL_VAL);
        buffer.setMemory(
                accepted.offset() + CallbackAcceptedEncoder.numberEncodingOffset(),
                CallbackAcceptedEncoder.numberLength(),
                (byte) 0);
        return done(accepted.encodedLength());
    }

    CommandPen customerReached(long callId, int attempt) {
        return progressed(callId, CallbackStage.REACHED, DialStatus.ANSWER, attempt, LegEnd.NONE);
    }

    CommandPen customerEnded(long callId, DialStatus status, int attempt, LegEnd end) {
        return progressed(callId, CallbackStage.ENDED, status, attempt, end);
    }

    private CommandPen progressed(long callId, CallbackStage stage, DialStatus status, int attempt, LegEnd end) {
        calledBack
                .wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .stage(stage)
                .dialStatus(status)
                .attempt((short) attempt)
                .cause((short) end.cause());
        return done(calledBack.encodedLength());
    }

    CommandPen callbackDeclined(long callId) {
        declined.wrapAndApplyHeader(buffer, 0, header).callId(callId);
        return done(declined.encodedLength());
    }

    CommandPen channelGone(long callId, long offerId) {
        refused.wrapAndApplyHeader(buffer, 0, header)
                .callId(callId)
                .offerId(offerId)
                .gone((short) 1);
        return done(refused.encodedLength());
    }

    CommandPen progressed(long offerId, long callId, OfferStage stage, DialStatus status, LegEnd end) {
        progressed
                .wrapAndApplyHeader(buffer, 0, header)
                .offerId(offerId)
                .callId(callId)
                .stage(stage)
                .dialStatus(status)
                .cause((short) end.cause())
                .techCause((short) end.techCause());
        return done(progressed.encodedLength());
    }

    CommandPen duty(int agentId, DutyChange.Kind kind, int reason) {
        return switch (kind) {
            case LOGIN ->
                done(loggedIn.wrapAndApplyHeader(buffer, 0, header)
                        .agentId(agentId)
                        .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                        .encodedLength());
            case LOGOUT ->
                done(loggedOut
                        .wrapAndApplyHeader(buffer, 0, header)
                        .agentId(agentId)
                        .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                        .encodedLength());
            case READY ->
                done(readied.wrapAndApplyHeader(buffer, 0, header)
                        .agentId(agentId)
                        .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                        .encodedLength());
            case PAUSE ->
                done(paused.wrapAndApplyHeader(buffer, 0, header)
                        .agentId(agentId)
                        .reasonCode(reason)
                        .putActor(Actor.NOBODY.bytes(), 0, Actor.BYTES)
                        .encodedLength());
        };
    }

    CommandPen dayBegan() {
        return done(dayBegan.wrapAndApplyHeader(buffer, 0, header).encodedLength());
    }

    CommandPen timeAdvanced() {
        return done(timeAdvanced.wrapAndApplyHeader(buffer, 0, header).encodedLength());
    }

    CommandPen resyncBegan(int pbxId) {
        resyncBegan.wrapAndApplyHeader(buffer, 0, header).pbxId((short) pbxId).restarted((short) 0);
        return done(resyncBegan.encodedLength());
    }

    /** A caller's channel in the list of a resync, with one of the legs he has, or null. */
    CommandPen seen(RehearsedCaller caller, AgentLeg leg) {
        seen.wrapAndApplyHeader(buffer, 0, header)
                .callId(caller.callId)
                .callerKey(caller.script.callerKey())
                .phase(phaseOf(caller.place()))
                .callerAge((short) caller.script.age())
                .queueId(caller.queueId())
                .offerId(leg == null ? 0 : leg.offerId())
                .agentId(leg == null ? -1 : leg.agentId())
                .waitedMillis(caller.inLineMillis());
        return done(seen.encodedLength());
    }

    /** A callback's channel in the list of a resync, with its agent's leg. */
    CommandPen seen(RehearsedCallback callback) {
        seen.wrapAndApplyHeader(buffer, 0, header)
                .callId(callback.callId)
                .callerKey(0)
                .phase(phaseOf(callback))
                .callerAge((short) -1)
                .queueId(-1)
                .offerId(callback.offerId())
                .agentId(callback.agentId())
                .waitedMillis(0);
        return done(seen.encodedLength());
    }

    CommandPen resyncCompleted(int pbxId) {
        resyncCompleted.wrapAndApplyHeader(buffer, 0, header).pbxId((short) pbxId);
        return done(resyncCompleted.encodedLength());
    }

    private static SeenPhase phaseOf(RehearsedCaller.Place place) {
        return switch (place) {
            case ENTRY, MENU -> SeenPhase.ENTERING;
            case WAITING, CALLBACK_OFFERED, CALLBACK_ASKED, CALLBACK_CONFIRMED, APOLOGY -> SeenPhase.WAITING;
            case DIALLING -> SeenPhase.OFFERED;
            case TALKING -> SeenPhase.TALKING;
            case FALLBACK, GONE -> SeenPhase.FAILED_OVER;
        };
    }

    private CommandPen done(int bodyLength) {
        length = MessageHeaderEncoder.ENCODED_LENGTH + bodyLength;
        return this;
    }

    private static SeenPhase phaseOf(RehearsedCallback callback) {
        if (callback.isCustomerCalled()) {
            return SeenPhase.ENTERING;
        }
        return callback.agentIsThere() ? SeenPhase.TALKING : SeenPhase.OFFERED;
    }
}
