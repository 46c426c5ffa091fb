package io.baro.engine.simulation;

import io.baro.engine.callcenter.Agent;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.AgentState;
import io.baro.engine.message.ConfirmReservationDecoder;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.DialCallbackDecoder;
import io.baro.engine.message.DivertCallDecoder;
import io.baro.engine.message.HoldInQueueDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.RefuseReservationDecoder;
import io.baro.engine.message.ResyncPbxDecoder;
import io.baro.engine.message.RouteToMenuDecoder;
import io.baro.engine.naive.Command;
import io.baro.engine.naive.Shrinking;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.Router;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * A seeded day in virtual time: the production router, simulated PBXs and agents, faults, and every promise after every command.
 * The same seed is the same day, so a failure's seed and command count replay it.
 */
final class Simulation {
    private static final long START_MILLIS = 1_750_000_000_000L;
    private static final long DRAIN_MILLIS = 6 * 3_600_000L;

    private final Dice dice;
    private final Agenda agenda = new Agenda(START_MILLIS);
    private final Checks checks = new Checks();
    private final Router router = checks.router();
    private final CommandWriter pen = new CommandWriter();
    private final SimulatedPbx[] pbxs = new SimulatedPbx[Floor.PBXS];
    private final Floor floor;
    private final Happenings happenings;
    private final List<Command> run = new ArrayList<>();
    private final DeskHappenings desk;
    private final HandHappenings hand;
    private long nextCall;
    private int version = 1;
    private boolean open = true;

    Simulation(long seed, Happenings happenings) {
        this.happenings = happenings;
        dice = new Dice(seed);
        floor = new Floor(seed);
        desk = new DeskHappenings(router, agenda, dice, pen, this::apply);
        hand = new HandHappenings(router, agenda, dice, pen, this::apply, happenings);
        for (int pbx = 0; pbx < Floor.PBXS; pbx++) {
            pbxs[pbx] = new SimulatedPbx(pbx, Floor.queuesOf(pbx), agenda, dice, this::apply);
        }
    }

    /** Commands applied so far. */
    int commands() {
        return run.size();
    }

    /** Offers seen so far: a day without any proves nothing. */
    int offers() {
        return checks.offers();
    }

    /** State hash of the router. */
    long stateHash() {
        return router.stateHash();
    }

    /** Runs until so many commands were applied, then lets the floor empty and checks that nothing is left behind. */
    void run(int commandCount) {
        floor.configure(pen, this::apply);
        FloorRules.tell(pen, this::apply, version, FloorRules.ALL);
        for (int agent = 0; agent < Floor.AGENTS; agent++) {
            apply(pen.loggedIn(agent));
        }
        for (SimulatedPbx pbx : pbxs) {
            pbx.resync();
        }
        agenda.in(0, this::nextCaller);
        agenda.in(5_000, this::somethingElse);
        while (commands() < commandCount) {
            step();
        }
        open = false;
        long end = agenda.nowMillis() + DRAIN_MILLIS;
        while (Math.min(agenda.nextMillis(), router.nextDeadline()) < end) {
            step();
        }
        int reservations = router.center().reservations().size();
        check(reservations == 0, reservations + " reservations left behind");
        check(router.center().callCount() == 0, router.center().callCount() + " calls left behind");
        for (int i = 0; i < Floor.AGENTS; i++) {
            check(!router.center().agent(i).offer.isOpen(), "agent " + i + " left with an offer");
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
        agenda.in(dice.between(0, dice.percent(30) ? 1_000 : 25_000), this::nextCaller);
    }

    /** What people and machines do besides calling: pauses, logouts, phones that vanish, links that break, another floor. */
    private void somethingElse() {
        int agentId = dice.between(0, Floor.AGENTS);
        SimulatedPbx pbx = pbxs[dice.between(0, Floor.PBXS)];
        switch (open ? dice.between(0, 21) : dice.between(6, 9)) {
            case 0 -> apply(pen.paused(agentId));
            case 1 -> apply(pen.loggedOut(agentId));
            case 2 -> apply(pen.device(agentId, DeviceState.UNAVAILABLE));
            case 3 -> apply(pen.device(agentId, DeviceState.IN_USE));
            case 4 -> cut(pbx);
            case 5 -> otherRules();
            case 6 -> apply(pen.device(agentId, DeviceState.IDLE));
            case 7 -> apply(pen.loggedIn(agentId));
            case 9 -> otherFloor(agentId);
            case 13, 14, 15, 16 -> desk.happens();
            case 17, 18, 19, 20 -> hand.happens();
            default -> comeBack(agentId);
        }
        agenda.in(dice.between(1_000, 10_000), this::somethingElse);
    }

    /** A new version for all or as a canary, the one before again, or the end of the canary. */
    private void otherRules() {
        switch (dice.between(0, 4)) {
            case 0 -> apply(pen.rulesActivated(Math.max(1, version - 1), FloorRules.ALL));
            case 1 -> apply(pen.rulesActivated(version, 0));
            case 2 -> FloorRules.tell(pen, this::apply, ++version, dice.between(1, FloorRules.ALL));
            default -> FloorRules.tell(pen, this::apply, ++version, FloorRules.ALL);
        }
    }

    /** A queue closes for a while or has another strategy, an agent has other skills, a day begins. */
    private void otherFloor(int agentId) {
        int queueId = dice.between(0, Floor.QUEUES);
        switch (dice.between(0, 4)) {
            case 0 -> {
                apply(pen.queueClosed(queueId));
                agenda.in(dice.between(1_000, 60_000), () -> apply(pen.queueOpened(queueId, Long.MAX_VALUE)));
            }
            case 1 -> apply(pen.queue(floor.told(queueId, dice.between(0, 8))));
            case 2 -> apply(floor.agent(pen, agentId, dice.between(0, 4)));
            default -> apply(pen.dayBegan());
        }
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

    private void apply(CommandWriter written) {
        Command command = Command.of(agenda.nowMillis(), written.buffer(), written.length());
        run.add(command);
        Checks.Violation violation = checks.after(command, this::onDecision);
        if (violation != null) {
            throw new AssertionError("after command " + run.size() + ": " + violation.promise() + ": "
                    + violation.what() + shortest(violation));
        }
    }

    private String shortest(Checks.Violation violation) {
        StringBuilder text = new StringBuilder();
        List<Command> shortest = Shrinking.of(run, cut -> Checks.firstBreak(cut, violation.promise()));
        shortest.forEach(command -> text.append("\n  ").append(command));
        return "\nshortest run of " + shortest.size() + " commands:" + text + "\n";
    }

    private void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, offset);
        long callId = buffer.getLong(offset + MessageHeaderDecoder.ENCODED_LENGTH);
        happenings.note(buffer, offset, header);
        switch (header.templateId()) {
            case RouteToMenuDecoder.TEMPLATE_ID -> pbxOf(callId).redirectToMenu(callId);
            case HoldInQueueDecoder.TEMPLATE_ID -> pbxOf(callId).redirectToLoop(callId);
            case OfferCallbackDecoder.TEMPLATE_ID -> pbxOf(callId).redirectToCallback(callId);
            case RefuseReservationDecoder.TEMPLATE_ID -> pbxOf(callId).redirectToLoop(callId);
            case DivertCallDecoder.TEMPLATE_ID -> pbxOf(callId).redirectToFallback(callId);
            case ConfirmReservationDecoder.TEMPLATE_ID -> confirmed(buffer, offset, header);
            case OfferCallDecoder.TEMPLATE_ID -> offered(buffer, offset, header);
            case DialCallbackDecoder.TEMPLATE_ID ->
                dialled(new DialCallbackDecoder().wrapAndApplyHeader(buffer, offset, header));
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
        if (offer.dialFollows() == 0) {
            pbxOf(offer.callId()).redirectToDial(buffer, offset);
        }
    }

    private void dialled(DialCallbackDecoder dial) {
        SimulatedPbx pbx = pbxOf(dial.callId());
        happenings.noteDial(dial.attempt(), pbx.customers().isCalled(dial.callId(), dial.attempt()));
        pbx.originate(dial);
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

    private void check(boolean holds, String violation) {
        if (!holds) {
            throw new AssertionError("after command " + run.size() + ": " + violation);
        }
    }
}
