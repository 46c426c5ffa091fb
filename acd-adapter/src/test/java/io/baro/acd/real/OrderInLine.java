package io.baro.acd.real;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.journal.JournalReader;
import io.baro.engine.message.CallWaitingDecoder;
import io.baro.engine.message.MessageHeaderDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The order in which callers without a boost are to be served, as the journal of an engine that has ended tells it: when each joined, and
 * by call id within a millisecond. Asterisk has a thread for each caller, so on a busy machine they do not join as they arrived.
 */
final class OrderInLine {
    private static final String STATE = "state_dir: ";

    private OrderInLine() {}

    /** @param arrivals the AcdArrived of them all */
    static List<String> read(Path baro, List<AmiEvent> arrivals) throws IOException {
        Map<Long, Long> joinedMillis = new TreeMap<>();
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        CallWaitingDecoder waiting = new CallWaitingDecoder();
        JournalReader.open(state(baro).resolve("journal")).read(0, (sequence, millis, buffer, offset, length) -> {
            if (header.wrap(buffer, offset).templateId() == CallWaitingDecoder.TEMPLATE_ID) {
                joinedMillis.putIfAbsent(
                        waiting.wrapAndApplyHeader(buffer, offset, header).callId(), millis);
            }
        });
        Map<Long, String> numbers = numbers(arrivals);
        // The sort is stable, and the map is in the order of call ids.
        return joinedMillis.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(joined -> numbers.get(joined.getKey()))
                .toList();
    }

    private static Map<Long, String> numbers(List<AmiEvent> arrivals) {
        Map<Long, String> numbers = new HashMap<>();
        for (AmiEvent arrival : arrivals) {
            // <systemname>-<epoch>.<sequence>
            String call = arrival.get("Call");
            int dot = call.lastIndexOf('.');
            long epoch = Long.parseLong(call.substring(call.lastIndexOf('-') + 1, dot));
            numbers.put(CallIds.of(0, epoch, Long.parseLong(call.substring(dot + 1))), arrival.get("Num"));
        }
        return numbers;
    }

    private static Path state(Path baro) throws IOException {
        return Files.readAllLines(baro.resolve("baro.yaml")).stream()
                .filter(line -> line.startsWith(STATE))
                .map(line -> baro.resolve(line.substring(STATE.length()).strip()))
                .findFirst()
                .orElseThrow();
    }
}
