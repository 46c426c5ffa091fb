package io.baro.engine.scenario;

import io.baro.engine.message.CallMovedDecoder;
import io.baro.engine.message.CallRankedDecoder;
import io.baro.engine.message.CallWithdrawnDecoder;
import io.baro.engine.message.ReservationMovedDecoder;
import io.baro.engine.routing.CommandWriter;

/** Turns what a scenario says that somebody does by hand into commands. Never applies them. Runs on: the test's thread. */
final class HandCommands {
    private final CommandWriter writer;

    HandCommands(CommandWriter writer) {
        this.writer = writer;
    }

    /**
     * {@code c1 is-ranked 5m}, {@code c1 is-ranked behind 5m}, {@code c1 is-moved to q1}, {@code c1 is-taken-out}, {@code c1 is-rebooked
     * not-before 1h until 2h}; of callbacks the same of {@code b1}.
     */
    void of(long callId, String[] words) {
        switch (words[1]) {
            case "is-ranked" -> {
                boolean behind = words[2].equals("behind");
                long boost = Names.millis(words[behind ? 3 : 2]);
                writer.callRanked(callId, behind ? -boost : boost);
            }
            case "is-moved" -> writer.callMoved(callId, Names.number(ScenarioCommands.option(words, "to", "q0"), 'q'));
            case "is-taken-out" -> writer.callWithdrawn(callId);
            case "is-rebooked" ->
                writer.reservationMoved(
                        callId, DeskCommands.time(words, "not-before"), DeskCommands.time(words, "until"));
            default -> throw ScenarioCommands.unknown(String.join(" ", words));
        }
    }

    /** Whether commands of that template name a call or a reservation whatever is wrong with them. */
    static boolean areByHand(int templateId) {
        return templateId == CallRankedDecoder.TEMPLATE_ID
                || templateId == CallMovedDecoder.TEMPLATE_ID
                || templateId == CallWithdrawnDecoder.TEMPLATE_ID
                || templateId == ReservationMovedDecoder.TEMPLATE_ID;
    }
}
