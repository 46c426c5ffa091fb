package io.baro.engine.naive;

import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallbackDecoder;
import io.baro.engine.message.SpikeChangedDecoder;
import io.baro.engine.port.DecisionSink;
import io.baro.engine.routing.DecisionText;
import io.baro.engine.routing.Router;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Plays commands through the production router and the twin and finds the first after which they decided differently: byte by byte,
 * but for estimated waits.
 */
final class Difference {
    private final Router router = new Router(Command.LIMITS);
    private final NaiveRouter twin = new NaiveRouter(Command.LIMITS);
    private final Decided ofRouter = new Decided();
    private final Decided ofTwin = new Decided();

    /** Decisions of one command, estimated waits blotted out. */
    private static final class Decided implements DecisionSink {
        private final List<byte[]> messages = new ArrayList<>();

        @Override
        public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
            byte[] message = new byte[length];
            buffer.getBytes(offset, message);
            UnsafeBuffer copy = new UnsafeBuffer(message);
            int body = MessageHeaderDecoder.ENCODED_LENGTH;
            switch (new MessageHeaderDecoder().wrap(copy, 0).templateId()) {
                case CallJoinedDecoder.TEMPLATE_ID -> {
                    copy.putLong(body + CallJoinedDecoder.ewtMillisEncodingOffset(), 0);
                    copy.putLong(body + CallJoinedDecoder.ewt90MillisEncodingOffset(), 0);
                    copy.putInt(body + CallJoinedDecoder.aheadEncodingOffset(), 0);
                }
                case CallConnectedDecoder.TEMPLATE_ID ->
                    copy.putLong(body + CallConnectedDecoder.ewtMillisEncodingOffset(), 0);
                case OfferCallbackDecoder.TEMPLATE_ID ->
                    copy.putLong(body + OfferCallbackDecoder.ewtMillisEncodingOffset(), 0);
                case SpikeChangedDecoder.TEMPLATE_ID ->
                    copy.putLong(body + SpikeChangedDecoder.ewtMillisEncodingOffset(), 0);
                default -> {}
            }
            messages.add(message);
        }

        /** How many of their first decisions are the same. */
        int sameAs(Decided other) {
            int same = 0;
            while (same < Math.min(messages.size(), other.messages.size())
                    && Arrays.equals(messages.get(same), other.messages.get(same))) {
                same++;
            }
            return same;
        }

        String nameOf(int index) {
            if (index >= messages.size()) {
                return "nothing";
            }
            String text = DecisionText.textOf(new UnsafeBuffer(messages.get(index)), 0);
            return text.substring(0, text.indexOf(' '));
        }

        String text() {
            StringBuilder text = new StringBuilder();
            messages.forEach(
                    message -> text.append("\n    ").append(DecisionText.textOf(new UnsafeBuffer(message), 0)));
            return text.isEmpty() ? "\n    nothing" : text.toString();
        }
    }

    /** The twin's tables, for whoever makes the next command. */
    NaiveCentre centre() {
        return twin.centre();
    }

    /**
     * What was decided differently.
     *
     * @param kind the same for differences of one cause, as far as that can be told
     */
    record Found(String kind, String text) {}

    /** Applies a command to both; what they decided differently, or null. */
    Found after(Command command) {
        ofRouter.messages.clear();
        ofTwin.messages.clear();
        String failures = failureOf(() -> command.applyTo(router, ofRouter), "the router failed: ")
                + failureOf(() -> command.applyTo(twin, ofTwin), "the twin failed: ");
        int same = ofRouter.sameAs(ofTwin);
        if (failures.isEmpty() && same == ofRouter.messages.size() && same == ofTwin.messages.size()) {
            return null;
        }
        String kind = failures + ofRouter.nameOf(same) + " / " + ofTwin.nameOf(same);
        String text = failures + "\n  the router decided" + ofRouter.text() + "\n  the twin decided" + ofTwin.text();
        return new Found(kind, text);
    }

    private static String failureOf(Runnable command, String whose) {
        try {
            command.run();
            return "";
        } catch (RuntimeException e) {
            return "\n  " + whose + e + " at " + e.getStackTrace()[0];
        }
    }

    /** Index of the first command of the list after which they differ in that way, or -1. */
    static int in(List<Command> commands, String kind) {
        Difference both = new Difference();
        for (int i = 0; i < commands.size(); i++) {
            Found found = both.after(commands.get(i));
            if (found != null) {
                return found.kind().equals(kind) ? i : -1;
            }
        }
        return -1;
    }

    /** What differs after the last command of the list. */
    static String afterLastOf(List<Command> commands) {
        Difference both = new Difference();
        Found found = null;
        for (Command command : commands) {
            found = both.after(command);
        }
        return found == null ? "\n  nothing" : found.text();
    }
}
