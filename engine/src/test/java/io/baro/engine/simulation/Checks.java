package io.baro.engine.simulation;

import io.baro.engine.callcenter.Limits;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.naive.Command;
import io.baro.engine.port.DecisionSink;
import io.baro.engine.routing.Router;
import java.util.List;
import org.agrona.DirectBuffer;

/** The production router with every promise about it, checked after every command and at every offer. */
final class Checks {
    private final Router router = new Router(new Limits(24, Floor.AGENTS, Floor.QUEUES, Floor.PBXS, 64, 40));
    private final EveryOfferEndsOnce offerEnds = new EveryOfferEndsOnce(router);
    private final EveryReservationEndsOnce reservationEnds = new EveryReservationEndsOnce();
    private final NobodyIsCalledTooOften callsNotTooOften = new NobodyIsCalledTooOften();
    private final NobodyIsCalledOutsideHours callsInHours = new NobodyIsCalledOutsideHours();
    private final NobodyLosesHisPlace places = new NobodyLosesHisPlace();
    private final List<Invariant> invariants = List.of(
            reservationEnds,
            callsNotTooOften,
            callsInHours,
            new NoAgentHasTwoCalls(),
            new NobodyWaitsWhileAnEligibleAgentIsReady(),
            new EveryOfferedCallIsAccountedFor(),
            new EveryWaitingCallStandsInItsLine(),
            new EverythingHasADeadline(),
            new StaffAndReadyLinesAgree(),
            new KeptCallsWaitForStaffedAgents(),
            places,
            new NoCallbackYieldsTooLong(),
            offerEnds);
    private final List<Promise> promises = List.of(
            new TheSmallestRankGoesFirst(),
            new NobodyIsOvertakenBeyondTheBound(),
            new CallersGoBeforeCallbacksThatYield(),
            new TheAgentMayTakeTheCall(),
            new TheBestAgentIsChosen(),
            new TheExplanationAddsUp());
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OfferCallDecoder offer = new OfferCallDecoder();
    private Violation broken;
    private int offers;

    /**
     * A promise that did not hold.
     *
     * @param promise its class name
     */
    record Violation(String promise, String what) {}

    Router router() {
        return router;
    }

    /** Offers so far: a day without any proves nothing. */
    int offers() {
        return offers;
    }

    /** Applies a command; the first promise that it broke, or null. */
    Violation after(Command command, DecisionSink sink) {
        broken = null;
        callsInHours.hear(command.bytes());
        try {
            router.apply(command.time(), command.bytes(), 0, (time, buffer, offset, length) -> {
                offerEnds.note(buffer, offset);
                reservationEnds.note(buffer, offset);
                callsNotTooOften.note(buffer, offset);
                callsInHours.note(buffer, offset);
                places.note(buffer, offset);
                offered(buffer, offset);
                sink.onDecision(time, buffer, offset, length);
            });
        } catch (RuntimeException e) {
            broken(e.getClass().getSimpleName(), e + " at " + e.getStackTrace()[0]);
        }
        for (int i = 0; broken == null && i < invariants.size(); i++) {
            Invariant invariant = invariants.get(i);
            broken(invariant.getClass().getSimpleName(), invariant.violation(router));
        }
        broken(
                "NobodyWaitsForAStepNobodyStaffs",
                NobodyWaitsForAStepNobodyStaffs.violation(router.center(), command.bytes()));
        return broken;
    }

    private void offered(DirectBuffer buffer, int offset) {
        header.wrap(buffer, offset);
        if (header.templateId() != OfferCallDecoder.TEMPLATE_ID) {
            return;
        }
        offers++;
        offer.wrapAndApplyHeader(buffer, offset, header);
        Promise.Offered offered = new Promise.Offered(
                router,
                offer,
                router.center().call(offer.callId()),
                router.center().agent(offer.agentId()));
        for (Promise promise : promises) {
            broken(promise.getClass().getSimpleName(), promise.violation(offered));
        }
    }

    private void broken(String promise, String what) {
        if (broken == null && what != null) {
            broken = new Violation(promise, what);
        }
    }

    /** Index of the command of a run after which a promise is broken, or -1. */
    static int firstBreak(List<Command> run, String promise) {
        Checks checks = new Checks();
        for (int i = 0; i < run.size(); i++) {
            Violation violation = checks.after(run.get(i), (time, buffer, offset, length) -> {});
            if (violation != null) {
                return violation.promise().equals(promise) ? i : -1;
            }
        }
        return -1;
    }
}
