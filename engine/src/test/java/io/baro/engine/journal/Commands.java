package io.baro.engine.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;

/** Seeded commands for journals of tests, and what was read back of them. */
final class Commands {
    static final long SEED = 20_261_122;
    private static final int MOST_BYTES = 200;

    private final Random random = new Random(SEED);
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
    final List<Command> given = new ArrayList<>();

    /** What a journal is given and gives back. */
    record Command(long sequence, long timeMillis, List<Byte> bytes) {}

    /** Appends so many random commands. */
    void append(Journal journal, int count) {
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[JournalFormat.MIN_COMMAND_BYTES + random.nextInt(MOST_BYTES)];
            random.nextBytes(bytes);
            buffer.putBytes(7, bytes);
            long time = random.nextLong();
            long sequence = given.isEmpty() ? 0 : given.getLast().sequence() + 1;
            journal.append(sequence, time, buffer, 7, bytes.length);
            given.add(new Command(sequence, time, listOf(bytes)));
        }
    }

    /** Appends so many, a group commit after each {@code group}. */
    void appendInGroups(Journal journal, int count, int group) {
        for (int done = 0; done < count; done += group) {
            append(journal, Math.min(group, count - done));
            journal.flush();
        }
    }

    static CommandReader collector(List<Command> read) {
        return (sequence, timeMillis, buffer, offset, length) -> {
            byte[] bytes = new byte[length];
            buffer.getBytes(offset, bytes);
            read.add(new Command(sequence, timeMillis, listOf(bytes)));
        };
    }

    private static List<Byte> listOf(byte[] bytes) {
        List<Byte> list = new ArrayList<>();
        for (byte b : bytes) {
            list.add(b);
        }
        return list;
    }
}
