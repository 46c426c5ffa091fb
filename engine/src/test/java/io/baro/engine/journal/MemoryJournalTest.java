package io.baro.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class MemoryJournalTest {
    private static final int CAPACITY = 4;
    private static final int SLOT_BYTES = 16;

    @Test
    void replaysWhatItWasGivenInOrder() {
        assertEquals(List.of("10:100:1", "11:101:2", "12:102:3"), replayAfter(3));
    }

    @Test
    void oldestCommandsGiveWayToTheNewest() {
        assertEquals(List.of("10:100:1", "11:101:2", "12:102:3", "13:103:4"), replayAfter(4));
        assertEquals(List.of("11:101:2", "12:102:3", "13:103:4", "14:104:5"), replayAfter(5));
        assertEquals(List.of("17:107:8", "18:108:9", "19:109:10", "20:110:11"), replayAfter(11));
    }

    @Test
    void isAsDurableAsItEverWillBeAtOnce() {
        MemoryJournal journal = new MemoryJournal(CAPACITY, SLOT_BYTES);
        assertEquals(-1, journal.durableSequence());
        journal.append(7, 0, new UnsafeBuffer(new byte[SLOT_BYTES]), 0, SLOT_BYTES);
        assertEquals(7, journal.durableSequence());
        assertFalse(journal.waitsForDevice());
    }

    /** Appends commands 10, 11, ... of 1, 2, ... bytes that each hold their length. */
    private static List<String> replayAfter(int count) {
        MemoryJournal journal = new MemoryJournal(CAPACITY, SLOT_BYTES);
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[SLOT_BYTES]);
        for (int i = 0; i < count; i++) {
            buffer.setMemory(0, SLOT_BYTES, (byte) (i + 1));
            journal.append(10 + i, 100 + i, buffer, 0, i + 1);
        }
        List<String> replayed = new ArrayList<>();
        journal.replay((sequence, time, bytes, offset, length) -> {
            for (int i = 0; i < length; i++) {
                assertEquals(length, bytes.getByte(offset + i));
            }
            replayed.add(sequence + ":" + time + ":" + length);
        });
        return replayed;
    }
}
