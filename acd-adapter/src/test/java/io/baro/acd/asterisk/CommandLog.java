package io.baro.acd.asterisk;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.AgentDeviceChangedDecoder;
import io.baro.engine.message.AgentLoggedInDecoder;
import io.baro.engine.message.AgentLoggedOutDecoder;
import io.baro.engine.message.AgentPausedDecoder;
import io.baro.engine.message.AgentReadiedDecoder;
import io.baro.engine.message.CallArrivedDecoder;
import io.baro.engine.message.CallFailedOverDecoder;
import io.baro.engine.message.CallHungUpDecoder;
import io.baro.engine.message.CallSeenDecoder;
import io.baro.engine.message.CallWaitingDecoder;
import io.baro.engine.message.CallbackAcceptedDecoder;
import io.baro.engine.message.CallbackDeclinedDecoder;
import io.baro.engine.message.CallbackProgressedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferProgressedDecoder;
import io.baro.engine.message.PbxLostDecoder;
import io.baro.engine.message.RedirectRefusedDecoder;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ResyncBeganDecoder;
import io.baro.engine.message.ResyncCompletedDecoder;
import io.baro.engine.port.Ingress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.agrona.DirectBuffer;

/** A router's ingress that writes commands down as text, and can be full or closed at will. Safe for several threads. */
final class CommandLog implements Ingress {
    private final List<String> lines = new ArrayList<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private Offer answer = Offer.ACCEPTED;
    private int refusals;

    @Override
    public synchronized Offer offer(DirectBuffer buffer, int offset, int length, long ingressNanos) {
        if (answer != Offer.ACCEPTED) {
            refusals++;
            notifyAll();
            return answer;
        }
        lines.add(text(buffer, offset));
        notifyAll();
        return Offer.ACCEPTED;
    }

    synchronized void answer(Offer next) {
        answer = next;
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    synchronized void clear() {
        lines.clear();
    }

    synchronized void awaitLine(String wanted) throws InterruptedException {
        await("command " + wanted, log -> log.lines.contains(wanted));
    }

    synchronized void awaitRefusals(int wanted) throws InterruptedException {
        await(wanted + " refusals", log -> log.refusals >= wanted);
    }

    private synchronized void await(String what, Predicate<CommandLog> condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!condition.test(this)) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("no " + what + " within 20 s; got " + lines);
            }
            wait(left);
        }
    }

    private String text(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        return switch (header.templateId()) {
            case CallArrivedDecoder.TEMPLATE_ID, CallWaitingDecoder.TEMPLATE_ID, CallSeenDecoder.TEMPLATE_ID ->
                placed(buffer, offset);
            case OfferProgressedDecoder.TEMPLATE_ID -> progressed(buffer, offset);
            case PbxLostDecoder.TEMPLATE_ID, ResyncBeganDecoder.TEMPLATE_ID, ResyncCompletedDecoder.TEMPLATE_ID ->
                link(buffer, offset);
            case AgentLoggedInDecoder.TEMPLATE_ID,
                    AgentLoggedOutDecoder.TEMPLATE_ID,
                    AgentPausedDecoder.TEMPLATE_ID,
                    AgentReadiedDecoder.TEMPLATE_ID,
                    AgentDeviceChangedDecoder.TEMPLATE_ID -> agent(buffer, offset);
            default -> call(buffer, offset);
        };
    }

    private static String own(int agentId, int teamQueueId) {
        return agentId == -1 && teamQueueId == -1 ? "" : " own=" + agentId + " team=" + teamQueueId;
    }

    private String placed(DirectBuffer buffer, int offset) {
        if (header.templateId() == CallArrivedDecoder.TEMPLATE_ID) {
            CallArrivedDecoder arrived = new CallArrivedDecoder().wrapAndApplyHeader(buffer, offset, header);
            return "CallArrived " + id(arrived.callId()) + caller(arrived.callerKey(), arrived.callerAge()) + " queue="
                    + arrived.queueId() + own(arrived.dedicatedAgentId(), arrived.teamQueueId());
        }
        if (header.templateId() == CallWaitingDecoder.TEMPLATE_ID) {
            CallWaitingDecoder waiting = new CallWaitingDecoder().wrapAndApplyHeader(buffer, offset, header);
            return "CallWaiting " + id(waiting.callId()) + caller(waiting.callerKey(), waiting.callerAge()) + " queue="
                    + waiting.queueId() + " waited=" + waiting.waitedMillis()
                    + own(waiting.dedicatedAgentId(), waiting.teamQueueId());
        }
        CallSeenDecoder seen = new CallSeenDecoder().wrapAndApplyHeader(buffer, offset, header);
        return "CallSeen " + id(seen.callId()) + caller(seen.callerKey(), seen.callerAge()) + " " + seen.phase()
                + " queue=" + seen.queueId() + " offer=" + seen.offerId() + " agent=" + seen.agentId() + " waited="
                + seen.waitedMillis();
    }

    private String progressed(DirectBuffer buffer, int offset) {
        OfferProgressedDecoder progress = new OfferProgressedDecoder().wrapAndApplyHeader(buffer, offset, header);
        return "OfferProgressed " + progress.offerId() + " " + id(progress.callId()) + " " + progress.stage() + " "
                + progress.dialStatus() + " cause=" + progress.cause() + " tech=" + progress.techCause();
    }

    private String call(DirectBuffer buffer, int offset) {
        return switch (header.templateId()) {
            case CallHungUpDecoder.TEMPLATE_ID -> {
                CallHungUpDecoder hungUp = new CallHungUpDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "CallHungUp " + id(hungUp.callId()) + " cause=" + hungUp.cause();
            }
            case CallFailedOverDecoder.TEMPLATE_ID ->
                "CallFailedOver "
                        + id(new CallFailedOverDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .callId());
            case CallbackAcceptedDecoder.TEMPLATE_ID -> {
                CallbackAcceptedDecoder yes = new CallbackAcceptedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "CallbackAccepted " + id(yes.callId()) + caller(yes.callerKey(), -1) + wish(yes);
            }
            case CallbackProgressedDecoder.TEMPLATE_ID -> {
                CallbackProgressedDecoder fact =
                        new CallbackProgressedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "CallbackProgressed " + id(fact.callId()) + " attempt=" + fact.attempt() + " " + fact.stage()
                        + " " + fact.dialStatus() + " cause=" + fact.cause();
            }
            case CallbackDeclinedDecoder.TEMPLATE_ID ->
                "CallbackDeclined "
                        + id(new CallbackDeclinedDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .callId());
            case RedirectRefusedDecoder.TEMPLATE_ID -> {
                RedirectRefusedDecoder refused =
                        new RedirectRefusedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "RedirectRefused " + id(refused.callId()) + " offer=" + refused.offerId() + " gone="
                        + refused.gone();
            }
            default -> throw new AssertionError("unexpected command " + header.templateId());
        };
    }

    private String agent(DirectBuffer buffer, int offset) {
        return switch (header.templateId()) {
            case AgentLoggedInDecoder.TEMPLATE_ID ->
                "AgentLoggedIn "
                        + new AgentLoggedInDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .agentId();
            case AgentLoggedOutDecoder.TEMPLATE_ID ->
                "AgentLoggedOut "
                        + new AgentLoggedOutDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .agentId();
            case AgentPausedDecoder.TEMPLATE_ID -> {
                AgentPausedDecoder paused = new AgentPausedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "AgentPaused " + paused.agentId() + " reason=" + paused.reasonCode();
            }
            case AgentReadiedDecoder.TEMPLATE_ID ->
                "AgentReadied "
                        + new AgentReadiedDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .agentId();
            default -> {
                AgentDeviceChangedDecoder device =
                        new AgentDeviceChangedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "AgentDeviceChanged " + device.agentId() + " " + device.device();
            }
        };
    }

    private String link(DirectBuffer buffer, int offset) {
        return switch (header.templateId()) {
            case PbxLostDecoder.TEMPLATE_ID -> "PbxLost";
            case ResyncBeganDecoder.TEMPLATE_ID ->
                "ResyncBegan restarted="
                        + new ResyncBeganDecoder()
                                .wrapAndApplyHeader(buffer, offset, header)
                                .restarted();
            default -> "ResyncCompleted";
        };
    }

    private static String caller(long key, int age) {
        return (key == 0 ? " withheld" : " known") + (age < 0 ? "" : " age=" + age);
    }

    private static String id(long callId) {
        return CallIds.epochSecondsOf(callId) + "." + CallIds.sequenceOf(callId);
    }

    private static String wish(CallbackAcceptedDecoder yes) {
        String window =
                yes.untilMillis() == 0 ? "" : " for " + (yes.untilMillis() - yes.fromMillis()) / 60_000 + " min";
        return window + (yes.problem() == RefusalReason.NULL_VAL ? "" : " " + yes.problem());
    }
}
