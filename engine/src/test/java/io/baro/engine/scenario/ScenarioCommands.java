package io.baro.engine.scenario;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.SeenPhase;
import io.baro.engine.routing.CommandWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns the words of a scenario into commands. Its {@code switch}es are the list of what a scenario can say. */
final class ScenarioCommands {
    private static final int UNKNOWN_AGE = -1;

    private final CommandWriter writer;
    private final Names names;
    private final FloorCommands floor;
    private final RuleCommands rules;
    private final DeskCommands desk;
    private final HandCommands hand;

    ScenarioCommands(CommandWriter writer, Names names) {
        this.writer = writer;
        this.names = names;
        floor = new FloorCommands(writer);
        rules = new RuleCommands(writer);
        hand = new HandCommands(writer);
        desk = new DeskCommands(writer, hand);
    }

    /** Leaves the command in the writer's buffer. */
    void write(String text) {
        String[] words = text.split(" +", -1);
        switch (words[0]) {
            case "settings" -> settings(words);
            case "queue" -> floor.queue(words);
            case "step" -> floor.step(words);
            case "policy" -> floor.policy(words);
            case "day" -> writer.dayBegan();
            case "offers" -> writer.offers(words[1].equals("allowed"));
            case "agent" ->
                writer.weighedAgent(
                        Names.number(words[1], 'a'),
                        pbx(option(words, "on", "p0")),
                        number(words, "weighs", 10),
                        skills(words, "has"));
            case "callbacks", "calling-hours", "promises" -> desk.setting(words);
            case "rules" -> rules.rules(words);
            case "rule" -> rules.rule(text);
            case "time" -> writer.timeAdvanced();
            case "command" ->
                new MessageHeaderEncoder().wrap(writer.buffer(), 0).templateId(Integer.parseInt(words[1]));
            default -> writeOfSomebody(text, words);
        }
    }

    private void writeOfSomebody(String text, String[] words) {
        String verb = text.substring(words[0].length()).strip();
        switch (words[0].charAt(0)) {
            case 'p' -> ofPbx(words, verb);
            case 'c' -> ofCall(words, verb);
            case 'b' -> desk.callback(words);
            case 'o' -> ofOffer(words, verb);
            case 'a' -> ofAgent(words, verb);
            default -> throw unknown(text);
        }
    }

    private void settings(String[] words) {
        writer.settings(
                Names.millis(option(words, "ring", "20s")),
                Names.millis(option(words, "grace", "5s")),
                Names.millis(option(words, "wrap-up", "10s")),
                Names.millis(option(words, "busy-pause", "15s")));
    }

    private void ofPbx(String[] words, String verb) {
        int pbx = pbx(words[0]);
        switch (verb) {
            case "lost" -> writer.pbxLost(pbx);
            case "resync begins" -> writer.resyncBegan(pbx);
            case "resync completes" -> writer.resyncCompleted(pbx);
            default -> {
                if (!words[1].equals("sees")) {
                    throw unknown(verb);
                }
                seen(words);
            }
        }
    }

    private void seen(String[] words) {
        long callId = Names.call(words[2]);
        String offer = option(words, "as", "");
        long offerId = offer.isEmpty() ? 0 : names.offer(offer);
        String queue = option(words, "in", "");
        writer.callSeen(new CommandWriter.Seen(
                callId,
                Names.caller(option(words, "from", ""), callId),
                SeenPhase.valueOf(constant(words[3])),
                queue.isEmpty() ? -1 : Names.number(queue, 'q'),
                offerId,
                offer.isEmpty() ? -1 : OfferIds.agentOf(offerId),
                Names.millis(option(words, "for", "0s"))));
    }

    private void ofCall(String[] words, String verb) {
        long callId = Names.call(words[0]);
        long caller = Names.caller(option(words, "from", ""), callId);
        int age = number(words, "aged", UNKNOWN_AGE);
        ownAgent(words);
        switch (words[1]) {
            case "arrives" -> writer.callArrived(callId, caller, age, Names.number(option(words, "to", "q0"), 'q'));
            case "waits" ->
                writer.callWaiting(
                        callId,
                        caller,
                        age,
                        Names.number(option(words, "in", "q0"), 'q'),
                        Names.millis(option(words, "for", "0s")));
            case "hangs" -> writer.callHungUp(callId);
            case "fails" -> writer.callFailedOver(callId);
            case "accepts" -> desk.accepted(callId, caller, words);
            case "is-owed" -> desk.owed(callId, caller, words);
            case "is-carried" -> desk.carried(callId, caller, words);
            case "withdraws" -> writer.reservationWithdrawn(callId);
            case "is-ranked", "is-moved", "is-taken-out", "is-rebooked" -> hand.of(callId, words);
            case "declines" -> writer.callbackDeclined(callId);
            case "redirect" -> redirectRefused(callId, words, verb);
            default -> throw unknown(verb);
        }
    }

    /** {@code own a3} or {@code own left}, and {@code team q5}. */
    private void ownAgent(String[] words) {
        String own = option(words, "own", "");
        String team = option(words, "team", "");
        int agentId = own.isEmpty() ? Call.NO_AGENT : own.equals("left") ? Call.AGENT_LEFT : Names.number(own, 'a');
        writer.ownAgent(agentId, team.isEmpty() ? -1 : Names.number(team, 'q'));
    }

    private void redirectRefused(long callId, String[] words, String verb) {
        String offer = option(words, "of", "");
        writer.redirectRefused(callId, offer.isEmpty() ? 0 : names.offer(offer), verb.endsWith("gone"));
    }

    private void ofOffer(String[] words, String verb) {
        long offerId = names.offer(words[0]);
        String named = option(words, "for", "");
        long callId = named.isEmpty() ? names.callOf(offerId) : Names.call(named);
        int cause = number(words, "cause", 0);
        switch (words[1]) {
            case "dialled", "ringing", "connected" ->
                writer.offerProgressed(offerId, callId, OfferStage.valueOf(constant(words[1])));
            case "dial" ->
                writer.offerProgressed(offerId, callId, OfferStage.DIAL_ENDED, DialStatus.valueOf(words[3]), cause);
            case "leg" -> writer.legEnded(offerId, callId, cause, number(words, "sip", 0));
            case "returned" ->
                writer.offerProgressed(offerId, callId, OfferStage.RETURNED, DialStatus.valueOf(words[2]), cause);
            default -> throw unknown(verb);
        }
    }

    private void ofAgent(String[] words, String verb) {
        int agentId = Names.number(words[0], 'a');
        switch (verb) {
            case "logs in" -> writer.loggedIn(agentId);
            case "logs out" -> writer.loggedOut(agentId);
            case "is ready" -> writer.readied(agentId);
            default -> ofBusyAgent(agentId, words, verb);
        }
    }

    /** {@code a1 pauses code 3}, {@code a1 needs longer by 20s}, {@code a1 phone in-use}. */
    private void ofBusyAgent(int agentId, String[] words, String verb) {
        switch (words[1]) {
            case "pauses" -> writer.paused(agentId, number(words, "code", 0));
            case "needs" -> writer.wrapUpExtended(agentId, Names.millis(option(words, "by", "10s")));
            case "phone" -> writer.device(agentId, DeviceState.valueOf(constant(words[2])));
            default -> throw unknown(verb);
        }
    }

    static int[] skills(String[] words, String keyword) {
        List<Integer> pairs = new ArrayList<>();
        boolean after = false;
        for (String word : words) {
            if (after && !word.contains(":")) {
                break;
            }
            if (after) {
                String[] parts = word.split(":", -1);
                pairs.add(Names.number(parts[0], 's'));
                pairs.add(Integer.parseInt(parts[1]));
            }
            after |= word.equals(keyword);
        }
        return pairs.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The word after a keyword, or the default. */
    static String option(String[] words, String keyword, String absent) {
        for (int i = 1; i < words.length - 1; i++) {
            if (words[i].equals(keyword)) {
                return words[i + 1];
            }
        }
        return absent;
    }

    /** The number after a keyword, or the default. */
    static int number(String[] words, String keyword, int absent) {
        return Integer.parseInt(option(words, keyword, Integer.toString(absent)));
    }

    static int pbx(String name) {
        return Names.number(name, 'p');
    }

    static String constant(String words) {
        return words.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("a scenario cannot say '" + text + "'");
    }
}
