package io.baro.bench.socket;

import io.baro.bench.decode.RecordedCall;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The recorded events of an answered call, to be told again of any caller, offer and agent: Newchannel to the trunk's last state. Without the
 * place in line, as the caller goes straight to an agent. Immutable; one thread at a time.
 */
final class CallScript {
    private static final String IN_LINE = "UserEvent: AcdWaiting";
    private static final String ARRIVED = "UserEvent: AcdArrived";

    private final byte[][] events;
    private final int[][] places;
    private final Field[][] fields;
    private final int arrival;

    CallScript() {
        List<String> call = RecordedCall.events().stream()
                .filter(event -> !event.contains(IN_LINE))
                .toList();
        events = new byte[call.size()][];
        places = new int[call.size()][];
        fields = new Field[call.size()][];
        for (int i = 0; i < events.length; i++) {
            events[i] = Field.markAll(call.get(i));
            find(i);
        }
        arrival = call.indexOf(call.stream()
                .filter(event -> event.contains(ARRIVED))
                .findFirst()
                .orElseThrow());
    }

    private void find(int index) {
        byte[] event = events[index];
        int[] at = new int[event.length];
        Field[] what = new Field[event.length];
        int found = 0;
        for (int i = 0; i < event.length; i++) {
            if ((event[i] & 0xFF) >= Field.FIRST_MARK) {
                what[found] = Field.of(event[i] & 0xFF);
                at[found] = i;
                i += what[found].width() - 1;
                found++;
            }
        }
        places[index] = Arrays.copyOf(at, found);
        fields[index] = Arrays.copyOf(what, found);
    }

    int size() {
        return events.length;
    }

    /** The event after which the engine moves the caller; all that follow need its answer. */
    int arrival() {
        return arrival;
    }

    /** Writes that event of that line's call. */
    void write(int event, Line line, ByteBuffer out) {
        int from = out.position();
        out.put(events[event]);
        int[] at = places[event];
        Field[] what = fields[event];
        for (int i = 0; i < at.length; i++) {
            out.put(from + at[i], line.value(what[i]));
        }
    }
}
