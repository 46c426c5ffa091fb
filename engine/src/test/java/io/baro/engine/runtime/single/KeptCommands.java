package io.baro.engine.runtime.single;

import io.baro.engine.journal.CommandReader;
import io.baro.engine.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A journal that keeps all it is told in memory, and is durable as far as the test says, at most as far as it was told. */
final class KeptCommands implements Journal, Recovery.Tail {
    private final NavigableMap<Long, RecordedDay.Command> commands = new TreeMap<>();
    private volatile long told = -1;
    private volatile long most = Long.MAX_VALUE;

    static KeptCommands of(List<RecordedDay.Command> commands) {
        KeptCommands kept = new KeptCommands();
        for (RecordedDay.Command command : commands) {
            kept.append(
                    kept.told + 1,
                    command.timeMillis(),
                    command.bytes(),
                    0,
                    command.bytes().capacity());
        }
        return kept;
    }

    /** Durable up to here at most. */
    void durableUpTo(long sequence) {
        most = sequence;
    }

    /** Retention: what is older is gone. */
    void forgetBefore(long sequence) {
        commands.headMap(sequence).clear();
    }

    /** A crash: what is newer was never written. */
    void loseAfter(long sequence) {
        commands.tailMap(sequence, false).clear();
        told = sequence;
    }

    @Override
    public synchronized void append(long sequence, long timeMillis, DirectBuffer buffer, int offset, int length) {
        UnsafeBuffer bytes = new UnsafeBuffer(new byte[length]);
        bytes.putBytes(0, buffer, offset, length);
        commands.put(sequence, new RecordedDay.Command(timeMillis, bytes));
        told = sequence;
    }

    @Override
    public synchronized long read(long fromSequence, CommandReader reader) {
        for (Long sequence : new ArrayList<>(commands.tailMap(fromSequence).keySet())) {
            RecordedDay.Command command = commands.get(sequence);
            reader.onCommand(
                    sequence,
                    command.timeMillis(),
                    command.bytes(),
                    0,
                    command.bytes().capacity());
        }
        return told + 1;
    }

    @Override
    public void flush() {}

    @Override
    public long durableSequence() {
        return Math.min(told, most);
    }

    @Override
    public boolean waitsForDevice() {
        return false;
    }

    @Override
    public void close() {}
}
