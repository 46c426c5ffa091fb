package io.baro.acd.report;

import io.baro.engine.rehearsal.FloorPlan;
import io.baro.engine.rehearsal.ScheduledCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Owns what a journal tells that no router decided: configuration, callers, agents, opening hours, and what cannot be lived again. One thread. */
final class RecordedDay {
    private final List<DirectBuffer> configuration = new ArrayList<>();
    private final List<ScheduledCommand> timetable = new ArrayList<>();
    private final Map<Long, RecordedCall> calls = new LinkedHashMap<>();
    private final List<RecordedAgent> agents = new ArrayList<>();
    private final RecordedCustomers customers = new RecordedCustomers();
    private final Map<String, Integer> notLived = new TreeMap<>();
    private long beganMillis = RecordedCall.NEVER;
    private long endedMillis;

    void at(long timeMillis) {
        beganMillis = beganMillis == RecordedCall.NEVER ? timeMillis : beganMillis;
        endedMillis = timeMillis;
    }

    void configured(DirectBuffer buffer, int offset, int length) {
        configuration.add(copy(buffer, offset, length));
    }

    void scheduled(long timeMillis, DirectBuffer buffer, int offset, int length) {
        timetable.add(new ScheduledCommand(timeMillis, copy(buffer, offset, length)));
    }

    void notLived(String what) {
        notLived.merge(what, 1, Integer::sum);
    }

    RecordedCall call(long callId) {
        return calls.get(callId);
    }

    void add(RecordedCall call) {
        calls.put(call.callId, call);
    }

    RecordedAgent agent(int agentId) {
        while (agents.size() <= agentId) {
            agents.add(new RecordedAgent());
        }
        return agents.get(agentId);
    }

    RecordedCustomers customers() {
        return customers;
    }

    List<DirectBuffer> configuration() {
        return configuration;
    }

    List<ScheduledCommand> timetable() {
        return timetable;
    }

    /** In the order of arrival. */
    List<RecordedCall> calls() {
        return List.copyOf(calls.values());
    }

    FloorPlan floor() {
        return FloorPlan.of(configuration);
    }

    long beganMillis() {
        return beganMillis;
    }

    long endedMillis() {
        return endedMillis;
    }

    /** What happened to the recorded day from outside and is left out when it is lived again: what, how often. */
    Map<String, Integer> notLived() {
        return notLived;
    }

    private static DirectBuffer copy(DirectBuffer buffer, int offset, int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return new UnsafeBuffer(bytes);
    }
}
