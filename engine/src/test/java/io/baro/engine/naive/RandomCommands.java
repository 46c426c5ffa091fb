package io.baro.engine.naive;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.SeenPhase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Commands as a floor could bring them, and as it could not: late, twice, out of order, about what does not exist. Looks at the
 * twin to find what may happen next; the same seed brings the same commands as long as the twin decides the same.
 */
final class RandomCommands {
    private static final long START = 1_750_000_000_000L;
    private static final int CALLERS = 25;
    private static final int[] SIPS = {0, 0, 0, 0, 0, 0, 480, 480, 486, 600, 603};
    private static final int[] CAUSES = {0, 0, 0, 16, 17, 18, 19, 20, 21, 26, 34};

    private final SplittableRandom dice;
    private final NaiveCentre centre;
    private final RandomFloor floor;
    private final RandomRules rules;
    private final RandomReservations reservations;
    private final RandomOperator operator;
    private final TrafficPen pen = new TrafficPen();
    private final Deque<Command> told = new ArrayDeque<>();
    private long now = START;
    private long sequence;

    RandomCommands(long seed, NaiveCentre centre) {
        dice = new SplittableRandom(seed);
        this.centre = centre;
        floor = new RandomFloor(dice);
        rules = new RandomRules(dice, floor.kinds);
        reservations = new RandomReservations(dice, centre, floor);
        operator = new RandomOperator(dice, centre, floor);
        told.addAll(floor.commands(now));
        told.addAll(rules.commands(now));
        told.add(reservations.policy(now));
        for (int pbx = 0; pbx < floor.pbxs; pbx++) {
            resync(pbx);
        }
        for (int agent = 0; agent < floor.agents; agent++) {
            told.add(pen.loggedIn(agent));
        }
    }

    Command next() {
        if (!told.isEmpty() && (centre.now < START + 1 || dice.nextInt(4) > 0)) {
            return told.remove();
        }
        passTime();
        int kind = dice.nextInt(1_000);
        if (!centre.reservations.isEmpty() && dice.nextInt(12) == 0) {
            return reservations.fact(now);
        }
        if (operator.mayAct() && dice.nextInt(20) == 0) {
            return operator.act(now);
        }
        if (kind < 420) {
            return ofCall(kind);
        } else if (kind < 720) {
            return ofOffer();
        } else if (kind < 920) {
            return ofAgent(kind - 720);
        }
        return ofFloor(kind - 920);
    }

    /** Mostly not at all; often to the very moment that something is due. */
    private void passTime() {
        int much = dice.nextInt(100);
        if (much >= 97) {
            pen.time = now - dice.nextInt(5_000);
            return;
        }
        if (much >= 92) {
            now = Math.max(now, nextDeadline());
        } else if (much >= 88) {
            now += dice.nextInt(1, 40) * 1_000L;
        } else if (much >= 60) {
            now += dice.nextInt(1, 4) * 500L;
        }
        pen.time = now;
    }

    private long nextDeadline() {
        long next = now + 100_000;
        for (NaiveAgent agent : centre.agents) {
            next = Math.min(next, agent.deadline);
        }
        for (NaiveCall call : centre.calls) {
            next = Math.min(next, Math.min(call.silentAt, call.changeAt));
        }
        for (NaiveReservation reservation : centre.reservations) {
            next = Math.min(next, reservation.deadline);
        }
        return next;
    }

    private Command ofCall(int kind) {
        if (kind < 110) {
            return newCaller();
        } else if (kind < 130) {
            int pbx = dice.nextInt(floor.pbxs);
            return pen.waiting(caller(newCall(pbx), pbx), floor.queueAt(pbx), dice.nextInt(0, 20) * 1_000L);
        }
        if (kind < 140 && !centre.divertedAt.isEmpty()) {
            return ofDiverted(kind);
        }
        NaiveCall call = anyCall();
        if (call == null) {
            return newCaller();
        }
        TrafficPen.Caller caller =
                new TrafficPen.Caller(call.id, call.callerKey, call.age, call.dedicatedAgent, call.teamQueue);
        if (kind < 310) {
            int queue = dice.nextInt(40) == 0 ? dice.nextInt(-1, 14) : floor.queueAt(call.pbx);
            return pen.waiting(caller, queue, dice.nextInt(0, 40) * 1_000L);
        } else if (kind < 355) {
            return pen.hungUp(dice.nextInt(20) == 0 ? call.id + 100_000 : call.id);
        } else if (kind < 365) {
            return pen.failedOver(call.id);
        } else if (kind < 388) {
            return reservations.accepted(now, call.id, dice.nextInt(3) == 0 ? dice.nextInt(CALLERS) : call.callerKey);
        } else if (kind < 400) {
            return pen.declined(call.id);
        } else if (kind < 412) {
            return pen.redirectRefused(call.id, dice.nextBoolean() ? call.offerId : 0, dice.nextInt(3) == 0);
        }
        return pen.arrived(caller, floor.queueAt(call.pbx));
    }

    /** The PBX goes on to speak of a call that it should have sent away. */
    private Command ofDiverted(int kind) {
        List<Long> diverted = centre.divertedAt.keySet().stream().sorted().toList();
        long callId = diverted.get(dice.nextInt(diverted.size()));
        int pbx = CallIds.pbxOf(callId);
        return switch (kind % 4) {
            case 0 -> pen.arrived(caller(callId, pbx), floor.queueAt(pbx));
            case 1 -> pen.hungUp(callId);
            case 2 -> pen.failedOver(callId);
            default -> pen.waiting(caller(callId, pbx), floor.queueAt(pbx), dice.nextInt(0, 40) * 1_000L);
        };
    }

    private Command newCaller() {
        int pbx = dice.nextInt(floor.pbxs);
        return pen.arrived(caller(newCall(pbx), pbx), floor.queueAt(pbx));
    }

    private long newCall(int pbx) {
        return CallIds.of(pbx, now / 1_000, ++sequence);
    }

    private TrafficPen.Caller caller(long callId, int pbx) {
        int own = switch (dice.nextInt(8)) {
            case 0, 1 -> dice.nextInt(floor.agents);
            case 2 -> -2;
            default -> -1;
        };
        int age = dice.nextInt(5) == 0 ? -1 : dice.nextInt(15, 95);
        return new TrafficPen.Caller(
                callId, dice.nextInt(CALLERS), age, own, own == -2 && dice.nextBoolean() ? floor.queueAt(pbx) : -1);
    }

    private NaiveCall anyCall() {
        return centre.calls.isEmpty() ? null : centre.calls.get(dice.nextInt(centre.calls.size()));
    }

    /** Mostly the next fact of an open offer, else one of an old offer or of another call. */
    private Command ofOffer() {
        List<NaiveAgent> offered =
                centre.agents.stream().filter(NaiveAgent::holdsOffer).toList();
        if (offered.isEmpty()) {
            return newCaller();
        }
        NaiveAgent agent = offered.get(dice.nextInt(offered.size()));
        int odd = dice.nextInt(30);
        NaiveCall other = anyCall();
        long offerId = switch (odd) {
            case 0 -> OfferIds.of(dice.nextInt(1, 50), agent.id);
            case 2 -> OfferIds.beside(agent.offerId, dice.nextInt(floor.agents));
            default -> agent.offerId;
        };
        long callId = odd == 1 && other != null ? other.id : agent.offerCallId;
        return pen.progressed(progress(agent, offerId, callId));
    }

    private TrafficPen.Progress progress(NaiveAgent agent, long offerId, long callId) {
        int cause = CAUSES[dice.nextInt(CAUSES.length)];
        DialStatus status = DialStatus.get((short) dice.nextInt(8));
        int what = dice.nextInt(100);
        OfferStage stage;
        if (agent.connected) {
            stage = what < 60 ? OfferStage.LEG_ENDED : OfferStage.get((short) dice.nextInt(6));
        } else if (!agent.legSeen) {
            stage = what < 60
                    ? OfferStage.DIALLED
                    : what < 80 ? OfferStage.RETURNED : OfferStage.get((short) dice.nextInt(6));
        } else if (what < 30) {
            stage = OfferStage.CONNECTED;
        } else if (what < 50) {
            stage = OfferStage.LEG_ENDED;
        } else {
            stage = OfferStage.get((short) dice.nextInt(6));
        }
        int sip = SIPS[dice.nextInt(SIPS.length)];
        return new TrafficPen.Progress(offerId, callId, stage, status, cause, sip);
    }

    private Command ofAgent(int kind) {
        int agent = dice.nextInt(60) == 0 ? dice.nextInt(-1, 14) : dice.nextInt(floor.agents);
        if (kind < 60) {
            return pen.loggedIn(agent);
        } else if (kind < 74) {
            return pen.loggedOut(agent);
        } else if (kind < 95) {
            return pen.paused(agent, dice.nextInt(5));
        } else if (kind < 150) {
            return pen.readied(agent);
        } else if (kind < 162) {
            return pen.wrapUpExtended(agent, dice.nextInt(0, 10) * 1_000L);
        } else if (kind < 185) {
            return pen.device(agent, DeviceState.get((short) (dice.nextBoolean() ? 0 : dice.nextInt(4))));
        }
        return floor.agent(now, dice.nextInt(floor.agents));
    }

    private Command ofFloor(int kind) {
        int pbx = dice.nextInt(floor.pbxs);
        if (kind < 30) {
            return pen.timeAdvanced();
        } else if (kind < 38) {
            return floor.queueAgain(now);
        } else if (kind < 50) {
            return dice.nextInt(3) == 0 ? pen.queueClosed(floor.queueAt(pbx)) : pen.queueOpened(floor.queueAt(pbx));
        } else if (kind < 51) {
            return pen.dayBegan();
        } else if (kind < 52) {
            return switch (dice.nextInt(4)) {
                case 0 -> pen.offers(dice.nextInt(4) != 0);
                case 1 -> pen.promises(dice.nextInt(4) != 0);
                default -> reservations.ofDesk(now);
            };
        } else if (kind < 54) {
            return dice.nextBoolean() ? floor.settings(now) : floor.policy(now);
        } else if (kind < 58) {
            told.addAll(rules.commands(now));
            return told.remove();
        } else if (kind < 63) {
            return rules.activated(now);
        } else if (kind < 68) {
            return pen.pbxLost(pbx);
        }
        resync(pbx);
        return told.remove();
    }

    /** The list of a PBX: mostly what the twin knows, with calls missing, calls unknown, and phases that differ. */
    private void resync(int pbx) {
        pen.time = now;
        told.add(pen.resyncBegan(pbx));
        for (NaiveCall call : new ArrayList<>(centre.calls)) {
            boolean hasChannel = !CallIds.isCallback(call.id) || !call.waits() || dice.nextInt(8) == 0;
            if (call.pbx == pbx && hasChannel && dice.nextInt(8) > 0) {
                told.add(pen.seen(seen(call)));
                for (int more = 1; more < call.agents.size(); more++) {
                    told.add(pen.seen(seen(call)));
                }
            }
        }
        if (centre.now > 0 && dice.nextBoolean()) {
            told.add(pen.seen(stranger(newCall(pbx), pbx)));
        }
        for (long callId : centre.divertedAt.keySet().stream().sorted().toList()) {
            if (CallIds.pbxOf(callId) == pbx && dice.nextInt(8) == 0) {
                told.add(pen.seen(stranger(callId, pbx)));
            }
        }
        if (dice.nextInt(8) > 0) {
            told.add(pen.resyncCompleted(pbx));
        }
    }

    private TrafficPen.Seen seen(NaiveCall call) {
        TrafficPen.Caller caller = new TrafficPen.Caller(call.id, call.callerKey, call.age, -1, -1);
        SeenPhase phase = switch (call.state) {
            case ENTERING -> SeenPhase.ENTERING;
            case WAITING -> SeenPhase.WAITING;
            case OFFERED -> dice.nextBoolean() ? SeenPhase.OFFERED : SeenPhase.WAITING;
            case TALKING -> SeenPhase.TALKING;
        };
        if (dice.nextInt(8) == 0) {
            phase = SeenPhase.get((short) dice.nextInt(5));
        }
        boolean odd = call.agents.isEmpty() || dice.nextInt(8) == 0;
        int agent = odd ? dice.nextInt(floor.agents) : call.agents.get(dice.nextInt(call.agents.size())).id;
        long offerId = call.offerId == 0
                ? OfferIds.of(centre.offers + 1, agent)
                : dice.nextBoolean() ? OfferIds.beside(call.offerId, agent) : call.offerId;
        int queue = call.queue == null ? floor.queueAt(call.pbx) : call.queue.id;
        return new TrafficPen.Seen(caller, phase, queue, offerId, agent, dice.nextInt(0, 60) * 1_000L);
    }

    private TrafficPen.Seen stranger(long callId, int pbx) {
        int agent = dice.nextInt(-1, floor.agents);
        SeenPhase phase = SeenPhase.get((short) dice.nextInt(5));
        long offerId = OfferIds.of(centre.offers + dice.nextInt(1, 5), Math.max(agent, 0));
        int queue = dice.nextInt(5) == 0 ? -1 : floor.queueAt(pbx);
        TrafficPen.Caller caller = caller(callId, pbx);
        return new TrafficPen.Seen(caller, phase, queue, offerId, agent, dice.nextInt(0, 60) * 1_000L);
    }
}
