package io.baro.engine.scenario;

import io.baro.engine.callcenter.Call;
import io.baro.engine.callcenter.OfferIds;
import io.baro.engine.message.DeviceState;
import io.baro.engine.message.DialStatus;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.message.OfferStage;
import io.baro.engine.message.RuleField;
import io.baro.engine.message.RuleOp;
import io.baro.engine.message.RulePart;
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

    ScenarioCommands(CommandWriter writer, Names names) {
        this.writer = writer;
        this.names = names;
        floor = new FloorCommands(writer);
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
            case "agent" ->
                writer.weighedAgent(
                        Names.number(words[1], 'a'),
                        pbx(option(words, "on", "p0")),
                        number(words, "weighs", 10),
                        skills(words, "has"));
            case "rules" -> rules(words);
            case "rule" -> rule(text);
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
            case "accepts" -> writer.callbackAccepted(callId, caller);
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
            case "leg" -> writer.offerProgressed(offerId, callId, OfferStage.LEG_ENDED, DialStatus.NONE, cause);
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
            case "pauses" -> writer.paused(agentId);
            case "needs longer" -> writer.wrapUpExtended(agentId, 10_000);
            case "is ready" -> writer.readied(agentId);
            default -> {
                if (!words[1].equals("phone")) {
                    throw unknown(verb);
                }
                writer.device(agentId, DeviceState.valueOf(constant(words[2])));
            }
        }
    }

    private void rules(String[] words) {
        int version = Integer.parseInt(words[2]);
        switch (words[1]) {
            case "begin" ->
                writer.rulesBegun(version, Names.millis(option(words, "max-boost", "15m")), number(words, "count", 0));
            case "commit" -> writer.rulesCommitted(version, number(words, "share", 1_000));
            case "activate" -> writer.rulesActivated(version, number(words, "share", 1_000));
            default -> throw unknown(words[1]);
        }
    }

    /** {@code rule 0 when caller.age >= 65 && queue.ewt > 4m until queue.ewt < 2m then route agent, boost 3m}. */
    private void rule(String text) {
        int when = text.indexOf(" when ");
        int until = text.indexOf(" until ");
        int then = text.indexOf(" then ");
        List<CommandWriter.When> conditions = new ArrayList<>();
        conditions(conditions, false, text.substring(when + 6, until < 0 ? then : until));
        if (until >= 0) {
            conditions(conditions, true, text.substring(until + 7, then));
        }
        String actions = text.substring(then + 6);
        int boost = actions.indexOf("boost ");
        long boostMillis = boost < 0
                ? 0
                : Names.millis(actions.substring(boost + 6).split(",", -1)[0].strip());
        writer.rule(
                Integer.parseInt(text.substring(5, when).strip()),
                new CommandWriter.Then(
                        actions.contains("route agent"),
                        actions.contains("shed never"),
                        actions.contains("offer callback"),
                        actions.contains("divert"),
                        boostMillis,
                        number(actions.replace(",", "").split(" +", -1), "move", -1)),
                conditions.toArray(new CommandWriter.When[0]));
    }

    private static void conditions(List<CommandWriter.When> conditions, boolean until, String text) {
        for (String condition : text.split("&&", -1)) {
            String[] words = condition.strip().split(" +", -1);
            String window = words[0].contains("(")
                    ? words[0].substring(words[0].indexOf('(') + 1, words[0].length() - 1)
                    : "0s";
            RuleField field = switch (words[0].split("\\(", -1)[0]) {
                case "caller.age" -> RuleField.CALLER_AGE;
                case "caller.contacts" -> RuleField.CALLER_CONTACTS;
                case "caller.withheld" -> RuleField.CALLER_WITHHELD;
                case "call.waited" -> RuleField.CALL_WAITED;
                case "call.centre" -> RuleField.CALL_CENTRE;
                case "queue.kind" -> RuleField.QUEUE_KIND;
                case "queue.ewt" -> RuleField.QUEUE_EWT;
                case "queue.waiting" -> RuleField.QUEUE_WAITING;
                case "queue.staffed" -> RuleField.QUEUE_STAFFED;
                case "queue.arrivals" -> RuleField.QUEUE_ARRIVALS;
                default -> throw unknown(condition);
            };
            boolean isTime = field == RuleField.QUEUE_EWT || field == RuleField.CALL_WAITED;
            long threshold = isTime ? Names.millis(words[2]) : Integer.parseInt(words[2]);
            RulePart part = words[0].startsWith("queue.") ? RulePart.QUEUE : RulePart.CALL;
            conditions.add(new CommandWriter.When(
                    until ? RulePart.UNTIL : part, field, comparison(words[1]), Names.millis(window), threshold));
        }
    }

    private static RuleOp comparison(String sign) {
        return switch (sign) {
            case "<" -> RuleOp.LESS;
            case "<=" -> RuleOp.LESS_OR_EQUAL;
            case ">" -> RuleOp.GREATER;
            case ">=" -> RuleOp.GREATER_OR_EQUAL;
            case "==" -> RuleOp.EQUAL;
            case "!=" -> RuleOp.NOT_EQUAL;
            default -> throw unknown(sign);
        };
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

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("a scenario cannot say '" + text + "'");
    }
}
