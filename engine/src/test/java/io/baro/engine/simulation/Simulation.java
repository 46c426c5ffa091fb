package io.baro.engine.simulation;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.DivertCallDecoder;
import io.baro.engine.message.HoldInQueueDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.RefuseReservationDecoder;
import io.baro.engine.message.ResyncPbxDecoder;
import io.baro.engine.message.RouteToMenuDecoder;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.Router;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * A seeded day in virtual time: the production router, simulated PBXs and agents, faults, and every invariant after every command.
 * The same seed is the same day, so a failure's seed and command count replay it.
 */
final class Simulation {
    private static final long START_MILLIS = 1_750_000_000_000L;
    private static final long DRAIN_MILLIS = 6 * 3_600_000L;

    private static final List<Invariant> INVARIANTS = List.of(
            new NoAgentHasTwoCalls(),
            new NobodyWaitsWhileAnEligibleAgentIsReady(),
            new EveryOfferedCallIsAccountedFor(),
            new EveryWaitingCallStandsInItsLine(),
            new EverythingHasADeadline(),
            new StaffAndReadyLinesAgree());

    private final Dice dice;
    private final Agenda agenda = new Agenda(START_MILLIS);
    private final Router router = new Router(new Limits(200, Floor.AGENTS, 8, Floor.PBXS, 64, 40));
    private final CommandWriter pen = new CommandWriter();
    private final SimulatedPbx[] pbxs = new SimulatedPbx[Floor.PBXS];
    private long nextCall;
    private int commands;
    private int offers;
    private boolean open = true;

    Simulation(long seed) {
        dice = new Dice(seed);
        for (int pbx = 0; pbx < Floor.PBXS; pbx++) {
            pbxs[pbx] = new SimulatedPbx(pbx, Floor.queuesOf(pbx), agenda, dice, this::apply);
        }
    }

    /** Commands applied so far. */
    int commands() {
        return commands;
    }

    /** Offers seen so far: a day without any proves nothing. */
    int offers() {
        return offers;
    }

    /** State hash of the router. */
    long stateHash() {
        return router.stateHash();
    }

    /** Runs until so many commands were applied, then lets the floor empty and checks that nothing is left behind. */
    void run(int commandCount) {
        Floor.configure(pen, this::apply);
        for (int agent = 0; agent < Floor.AGENTS; agent++) {
            apply(pen.loggedIn(agent));
        }
        for (SimulatedPbx pbx : pbxs) {
            pbx.resync();
        }
        agenda.in(0, this::nextCaller);
        agenda.in(5_000, this::somethingElse);
        while (commands < commandCount) {
            step();
        }
        open = false;
        long end = agenda.nowMillis() + DRAIN_MILLIS;
        while (Math.min(agenda.nextMillis(), router.nextDeadline()) < end) {
            step();
        }
        check(router.center().callCount() == 0 ? null : router.center().callCount() + " calls left behind");
        for (int i = 0; i < Floor.AGENTS; i++) {
            check(router.center().agent(i).offer.isOpen() ? "agent " + i + " left with an offer" : null);
        }
    }

    private void step() {
        if (router.nextDeadline() < agenda.nextMillis()) {
            agenda.passTo(router.nextDeadline());
            apply(pen.timeAdvanced());
        } else {
            agenda.step();
        }
    }

    private void nextCaller() {
        if (!open) {
            return;
        }
        int pbx = dice.between(0, Floor.PBXS);
        long callId = CallIds.of(pbx, agenda.nowMillis() / 1_000, ++nextCall);
        int age = dice.percent(20) ? -1 : dice.between(20, 90);
        pbxs[pbx].callerEnters(callId, dice.percent(5) ? 0 : dice.between(1, 100), age);
        agenda.in(dice.between(0, dice.percent(30) ? 1_000 : 40_000), this::nextCaller);
    }

    /** What people and machines do besides calling: pauses, logouts, phones that vanish, links that break, new rules. */
    private void somethingElse() {
        int agentId = dice.between(0, Floor.AGENTS);
        SimulatedPbx pbx = pbxs[dice.between(0, Floor.PBXS)];
        switch (open ? dice.between(0, 12) : dice.between(6, 9)) {
            case 0 -> apply(pen.paused(agentId));
            case 1 -> apply(pen.loggedOut(agentId));
            case 2 -> apply(pen.device(agentId, DeviceState.UNAVAILABLE));
            case 3 -> apply(pen.device(agentId, DeviceState.IN_USE));
            case 4 -> cut(pbx);
            case 5 -> Floor.rules(pen, this::apply, 2);
            case 6 -> apply(pen.device(agentId, DeviceState.IDLE));
            case 7 -> apply(pen.loggedIn(agentId));
            default -> comeBack(agentId);
        }
        agenda.in(dice.between(1_000, 10_000), this::somethingElse);
    }

    private void comeBack(int agentId) {
        Agent agent = router.center().agent(agentId);
        if (agent.state == AgentState.NOT_READY) {
            apply(pen.readied(agentId));
        }
    }

    private void cut(SimulatedPbx pbx) {
        if (!pbx.isCutOff() && dice.percent(30)) {
            pbx.cut();
            agenda.in(dice.between(100, 60_000), pbx::reconnect);
        }
    }

    private void apply(CommandWriter command) {
        commands++;
        router.apply(agenda.nowMillis(), command.buffer(), 0, this::onDecision);
        for (Invariant invariant : INVARIANTS) {
            String violation = invariant.violation(router);
            check(violation == null ? null : invariant.getClass().getSimpleName() + ": " + violation);
        }
    }

    private void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, offset);
        long callId = buffer.getLong(offset + MessageHeaderDecoder.ENCODED_LENGTH);
        switch (header.templateId()) {
            case RouteToMenuDecoder.TEMPLATE_ID -> pbxOf(callId).redirectToMenu(callId);
            case HoldInQueueDecoder.TEMPLATE_ID -> pbxOf(callId).redirectToLoop(callId);
            case OfferCallbackDecoder.TEMPLATE_ID -> pbxOf(callId).redirectToCallback(callId);
            case RefuseReservationDecoder.TEMPLATE_ID -> pbxOf(callId).redirectToLoop(callId);
            case DivertCallDecoder.TEMPLATE_ID -> pbxOf(callId).redirectToFallback(callId);
            case ConfirmReservationDecoder.TEMPLATE_ID -> confirmed(buffer, offset, header);
            case OfferCallDecoder.TEMPLATE_ID -> offered(buffer, offset, header);
            case ResyncPbxDecoder.TEMPLATE_ID -> resync(buffer, offset, header);
            default -> {}
        }
    }

    private void confirmed(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        long callId = new ConfirmReservationDecoder()
                .wrapAndApplyHeader(buffer, offset, header)
                .callId();
        pbxOf(callId).redirectToConfirmation(callId);
    }

    private void offered(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        OfferCallDecoder offer = new OfferCallDecoder().wrapAndApplyHeader(buffer, offset, header);
        Call call = router.center().call(offer.callId());
        offers++;
        check(OfferChecks.violation(router, call, router.center().agent(offer.agentId())));
        pbxOf(offer.callId()).redirectToDial(buffer, offset);
    }

    private void resync(DirectBuffer buffer, int offset, MessageHeaderDecoder header) {
        SimulatedPbx pbx = pbxs[
                new ResyncPbxDecoder()
                        .wrapAndApplyHeader(buffer, offset, header)
                        .pbxId()];
        agenda.in(5, pbx::resync);
    }

    private SimulatedPbx pbxOf(long callId) {
        return pbxs[CallIds.pbxOf(callId)];
    }

    private void check(String violation) {
        if (violation != null) {
            throw new AssertionError("after command " + commands + ": " + violation);
        }
    }
}
