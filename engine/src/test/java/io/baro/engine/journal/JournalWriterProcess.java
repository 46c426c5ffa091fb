package io.baro.engine.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;

/** A process that appends until it is killed, and says after each group commit what is durable. For {@link KilledWriterTest}. */
final class JournalWriterProcess {
    private static final int MOST_IN_A_GROUP = 40;
    private static final int LEAST_BYTES = 8;
    private static final int MOST_BYTES = 200;

    /** Small segments: the kill shall fall into the beginning of one, too. */
    static final JournalSettings SETTINGS = new JournalSettings(32 * 1024, Long.MAX_VALUE / 2, Long.MAX_VALUE, 1 << 20);

    private JournalWriterProcess() {}

    /** Takes the directory. */
    public static void main(String[] args) throws IOException {
        FileJournal journal = FileJournal.open(Path.of(args[0]), SETTINGS, () -> 0);
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[LEAST_BYTES + MOST_BYTES]);
        Random random = new Random();
        long next = journal.durableSequence() + 1;
        System.out.println("began " + next);
        while (true) {
            for (int i = random.nextInt(MOST_IN_A_GROUP); i >= 0; i--) {
                int length = fill(buffer, next);
                journal.append(next, 3 * next, buffer, 0, length);
                next++;
            }
            journal.flush();
            System.out.println("durable " + journal.durableSequence());
        }
    }

    /** The command of that sequence: the same whoever asks. */
    static int fill(UnsafeBuffer buffer, long sequence) {
        Random bytes = new Random(sequence);
        int length = LEAST_BYTES + bytes.nextInt(MOST_BYTES);
        for (int i = 0; i < length; i++) {
            buffer.putByte(i, (byte) bytes.nextInt());
        }
        return length;
    }
}
