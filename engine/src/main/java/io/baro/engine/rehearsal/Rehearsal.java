package io.baro.engine.rehearsal;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.AgentLoggedInDecoder;
import io.baro.engine.message.DialCallbackDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.port.DecisionSink;
import io.baro.engine.routing.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Runs one day in virtual time: the production router, PBXs that obey it, callers and agents who do as they please. The same plan and
 * people are the same commands, decisions and state on every machine. Never routes. One thread, no clock.
 */
public final class Rehearsal {
    /** AMI Redirect to the dialplan's first step, as measured on a real PBX (docs/performance.md). */
    private static final long REDIRECT_MILLIS = 2;

    private static final int MILLIS_PER_SECOND = 1_000;

    private final RehearsalPlan plan;
    private final People people;
    private final List<Onlooker> onlookers;
    private final Router router;
    private final Agenda agenda;
    private final CommandPen pen = new CommandPen();
    private final Long2ObjectHashMap<RehearsedCaller> callers = new Long2ObjectHashMap<>();
    /** Offers that ring together, until the last of them is told. */
    private final List<AgentLeg.Plan> dialled = new ArrayList<>();

    private final List<RehearsedAgent> agents = new ArrayList<>();
    private final FloorPlan floor;
    private final DecisionHash hash = new DecisionHash();
    private final PbxDesk exchange = new PbxDesk();
    private final CallbackFloor callbacks = new CallbackFloor(exchange);
    private final Instructions instructions = new Instructions(this);
    private long[] channels;
    private boolean arrivalsOver;
    private int redials;
    private long commands;

    /** A day that nobody has lived yet. Onlookers are told in their order. */
    public Rehearsal(RehearsalPlan plan, FloorPlan floor, People people, List<? extends Onlooker> onlookers) {
        this.plan = plan;
        this.floor = floor;
        this.people = people;
        this.onlookers = List.copyOf(onlookers);
        router = new Router(plan.limits());
        agenda = new Agenda(plan.dayStartMillis());
    }

    /** Lives the day until nobody is on the line and nobody will call. */
    public void run() {
        begin();
        while (!isOver()) {
            long deadline = router.nextDeadline();
            if (deadline < agenda.nextMillis()) {
                agenda.passTo(deadline);
                exchange.send(pen.timeAdvanced());
            } else if (agenda.nextMillis() == Long.MAX_VALUE) {
                throw new IllegalStateException(callers.size() + " callers are left and nothing will happen to them");
            } else {
                agenda.step();
            }
        }
    }

    /** All decisions and the router's last state in one number. */
    public long hash() {
        return hash.with(router.stateHash());
    }

    /** Commands that the router was given. */
    public long commands() {
        return commands;
    }

    /** Epoch milliseconds in the rehearsed world. */
    public long nowMillis() {
        return agenda.nowMillis();
    }

    /** Moves a caller's channel, some milliseconds after the instruction; who has gone is reported as gone. */
    void redirect(long callId, long offerId, Consumer<RehearsedCaller> target) {
        agenda.in(REDIRECT_MILLIS, Agenda.caller(callId), () -> {
            RehearsedCaller caller = callers.get(callId);
            if (caller == null) {
                exchange.send(pen.channelGone(callId, offerId));
            } else if (caller.place() == RehearsedCaller.Place.TALKING) {
                throw new IllegalStateException("call " + callId + " is torn out of its talk");
            } else {
                caller.leaveLegs();
                target.accept(caller);
            }
        });
    }

    /** Rings the agent for a caller, when all who are to ring together are known. */
    void dial(OfferCallDecoder offer) {
        dialled.add(new AgentLeg.Plan(agents.get(offer.agentId()), offer.offerId(), offer.ringMillis()));
        if (offer.moreFollow() == 0) {
            List<AgentLeg.Plan> plans = List.copyOf(dialled);
            dialled.clear();
            redirect(offer.callId(), plans.getFirst().offerId(), caller -> caller.enterDial(plans));
        }
    }

    /** Calls a customer back, through the agent. */
    void callBack(DialCallbackDecoder dial) {
        callbacks.dial(dial, agents.get(dial.agentId()), REDIRECT_MILLIS);
    }

    RehearsedAgent agent(int agentId) {
        return agents.get(agentId);
    }

    /** The router misses something: tells it all that the PBX holds, at once. */
    void resync(int pbxId) {
        agenda.in(REDIRECT_MILLIS, Agenda.TIMETABLE, () -> {
            exchange.send(pen.resyncBegan(pbxId));
            List<RehearsedCaller> alive = new ArrayList<>(callers.values());
            alive.sort((one, other) -> Long.compare(one.callId, other.callId));
            for (RehearsedCaller caller : alive) {
                if (caller.script.pbxId() == pbxId) {
                    exchange.send(pen.seen(caller, caller.firstLeg()));
                    for (int leg = 1; leg < caller.legs().size(); leg++) {
                        exchange.send(pen.seen(caller, caller.legs().get(leg)));
                    }
                }
            }
            callbacks.alive().stream()
                    .filter(callback -> CallIds.pbxOf(callback.callId) == pbxId)
                    .forEach(callback -> exchange.send(pen.seen(callback)));
            exchange.send(pen.resyncCompleted(pbxId));
        });
    }

    private void begin() {
        for (FloorPlan.Agent agent : floor.agents()) {
            agents.add(agent == null ? null : new RehearsedAgent(agent.id(), exchange, people.dutiesOf(agent.id())));
        }
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        for (DirectBuffer command : plan.configuration()) {
            if (header.wrap(command, 0).templateId() != AgentLoggedInDecoder.TEMPLATE_ID) {
                exchange.apply(command, command.capacity());
            }
        }
        channels = new long[floor.pbxs()];
        for (int pbxId = 0; pbxId < floor.pbxs(); pbxId++) {
            exchange.send(pen.resyncBegan(pbxId));
            exchange.send(pen.resyncCompleted(pbxId));
        }
        exchange.send(pen.dayBegan());
        for (ScheduledCommand due : plan.timetable()) {
            agenda.at(
                    due.atMillis(),
                    Agenda.TIMETABLE,
                    () -> exchange.apply(due.command(), due.command().capacity()));
        }
        agents.stream().filter(agent -> agent != null).forEach(RehearsedAgent::begin);
        planArrival();
    }

    /** While somebody is owed a call, the day goes on until the last agent has gone home. */
    private boolean isOver() {
        boolean quiet = arrivalsOver
                && callers.isEmpty()
                && redials == 0
                && callbacks.alive().isEmpty();
        return quiet && (router.center().reservations().size() == 0 || nobodyIsOnDuty());
    }

    private boolean nobodyIsOnDuty() {
        return agents.stream().noneMatch(agent -> agent != null && agent.isOnDuty());
    }

    private void planArrival() {
        CallScript next = people.nextArrival();
        arrivalsOver = next == null;
        if (next != null) {
            agenda.at(next.arrivesMillis(), Agenda.arrivalAt(next.pbxId()), () -> {
                arrive(next);
                planArrival();
            });
        }
    }

    private void arrive(CallScript script) {
        long callId = script.callId() != 0 ? script.callId() : nextCallId(script.pbxId());
        RehearsedCaller caller = new RehearsedCaller(callId, script, exchange);
        callers.put(callId, caller);
        caller.start();
    }

    private long nextCallId(int pbxId) {
        return CallIds.of(pbxId, agenda.nowMillis() / MILLIS_PER_SECOND, ++channels[pbxId]);
    }

    /** Who would call again after the last first caller leaves it for tomorrow. */
    private void planRedial(RehearsedCaller ended) {
        boolean spoken = ended.talked() || ended.fellBack();
        CallScript again = ended.confirmed() ? null : people.callsAgain(ended.script, spoken, agenda.nowMillis());
        if (again == null || arrivalsOver) {
            return;
        }
        redials++;
        agenda.at(again.arrivesMillis(), Agenda.arrivalAt(again.pbxId()), () -> {
            redials--;
            if (!arrivalsOver) {
                arrive(again);
            }
        });
    }

    /** What callers, legs and agents ask of their PBXs. */
    private final class PbxDesk implements Exchange {
        private final DecisionSink sink = this::onDecision;

        @Override
        public Agenda agenda() {
            return agenda;
        }

        @Override
        public CommandPen pen() {
            return pen;
        }

        @Override
        public void send(CommandPen command) {
            apply(command.buffer(), command.length());
        }

        @Override
        public People people() {
            return people;
        }

        @Override
        public void ended(RehearsedCaller caller) {
            callers.remove(caller.callId);
            if (caller.confirmed()) {
                callbacks.promised(caller);
            }
            planRedial(caller);
        }

        @Override
        public void calls(long callId, int attempt) {
            callbacks.calls(callId, attempt);
        }

        @Override
        public void ended(RehearsedCallback callback) {
            callbacks.ended(callback);
            exchange.send(pen.hungUp(callback.callId, LegEnd.NORMAL.cause()));
        }

        void apply(DirectBuffer command, int length) {
            commands++;
            long nowMillis = agenda.nowMillis();
            for (Onlooker onlooker : onlookers) {
                onlooker.onCommand(nowMillis, command, 0, length);
            }
            router.apply(nowMillis, command, 0, sink);
            for (Onlooker onlooker : onlookers) {
                onlooker.afterCommand(nowMillis);
            }
        }

        private void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
            hash.add(timeMillis, buffer, offset, length);
            for (Onlooker onlooker : onlookers) {
                onlooker.onDecision(timeMillis, buffer, offset, length);
            }
            instructions.obey(buffer, offset);
        }
    }
}
