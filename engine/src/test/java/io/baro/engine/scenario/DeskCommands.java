package io.baro.engine.scenario;

import io.baro.engine.message.DialStatus;
import io.baro.engine.message.RefusalReason;
import io.baro.engine.message.ReservationKind;
import io.baro.engine.routing.CommandWriter;
import io.baro.engine.routing.DeskPen;

/** Turns what a scenario says of callbacks and care calls into commands. Never applies them. Runs on: the test's thread. */
final class DeskCommands {
    private final CommandWriter writer;
    private final HandCommands hand;

    DeskCommands(CommandWriter writer, HandCommands hand) {
        this.writer = writer;
        this.hand = hand;
    }

    /** {@code callbacks attempts 3 busy 5m no-answer 30m trunk 1m life 24h ring 45s yield 0s}, {@code calling-hours end}, {@code promises fail}. */
    void setting(String[] words) {
        switch (words[0] + " " + (words.length > 1 ? words[1] : "")) {
            case "calling-hours begin" -> writer.callingHours(true);
            case "calling-hours end" -> writer.callingHours(false);
            case "promises hold" -> writer.promises(true);
            case "promises fail" -> writer.promises(false);
            case "callbacks attempts" ->
                writer.callbackPolicy(new DeskPen.Policy(
                        Integer.parseInt(words[2]),
                        Names.millis(ScenarioCommands.option(words, "busy", "5m")),
                        Names.millis(ScenarioCommands.option(words, "no-answer", "30m")),
                        Names.millis(ScenarioCommands.option(words, "trunk", "1m")),
                        Names.millis(ScenarioCommands.option(words, "life", "24h")),
                        Names.millis(ScenarioCommands.option(words, "ring", "45s")),
                        Names.millis(ScenarioCommands.option(words, "yield", "0s"))));
            default -> throw ScenarioCommands.unknown(String.join(" ", words));
        }
    }

    /** {@code c1 accepts callback from n1 not-before 1h until 2h problem NOT_DIALABLE}; times count from midnight. */
    void accepted(long callId, long caller, String[] words) {
        writer.callbackAccepted(callId, caller, wish(words));
    }

    /** {@code c50 is-owed a call from n3 in q0 not-before 1h until 2h behind 30m}: somebody of a list. */
    void owed(long reservationId, long caller, String[] words) {
        writer.careCall(new DeskPen.Care(
                reservationId,
                caller,
                Names.number(ScenarioCommands.option(words, "in", "q0"), 'q'),
                wish(words),
                -Names.millis(ScenarioCommands.option(words, "behind", "0s"))));
    }

    /** {@code c50 is-carried from n3 in q0 due 1h until 2h kind CARE attempts 2 finished 1}: an earlier state promised it. */
    void carried(long reservationId, long caller, String[] words) {
        String kind = ScenarioCommands.option(words, "kind", "CALLBACK");
        writer.carried(
                new DeskPen.Care(
                        reservationId,
                        caller,
                        Names.number(ScenarioCommands.option(words, "in", "q0"), 'q'),
                        new DeskPen.Wish(time(words, "due"), time(words, "until"), RefusalReason.NULL_VAL),
                        0),
                ReservationKind.valueOf(kind),
                ScenarioCommands.number(words, "attempts", 0),
                ScenarioCommands.number(words, "finished", 0) == 1);
    }

    /** {@code b1 reached}, {@code b1 ended BUSY cause 17 attempt 2}, {@code b1 hangs up}. */
    void callback(String[] words) {
        long callId = Names.call(words[0]);
        int attempt = ScenarioCommands.number(words, "attempt", 1);
        switch (words[1]) {
            case "reached" -> writer.callbackReached(callId, attempt);
            case "ended" ->
                writer.callbackEnded(
                        callId, DialStatus.valueOf(words[2]), attempt, ScenarioCommands.number(words, "cause", 0));
            case "hangs" -> writer.callHungUp(callId);
            case "fails" -> writer.callFailedOver(callId);
            case "accepts" -> writer.callbackAccepted(callId, 1);
            case "is-owed" -> owed(callId, 1, words);
            case "waits" -> writer.callWaiting(callId, 1, -1, 0, 0);
            case "redirect" -> writer.redirectRefused(callId, 0, true);
            case "is-ranked", "is-moved", "is-taken-out", "is-rebooked" -> hand.of(callId, words);
            default -> throw ScenarioCommands.unknown(String.join(" ", words));
        }
    }

    private static DeskPen.Wish wish(String[] words) {
        String problem = ScenarioCommands.option(words, "problem", "NULL_VAL");
        return new DeskPen.Wish(time(words, "not-before"), time(words, "until"), RefusalReason.valueOf(problem));
    }

    /** The time after a keyword; 0: not said. */
    static long time(String[] words, String keyword) {
        String text = ScenarioCommands.option(words, keyword, "");
        return text.isEmpty() ? 0 : Names.START_MILLIS + Names.millis(text);
    }
}
