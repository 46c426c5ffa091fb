package io.baro.engine.journal;

import java.nio.file.Path;

/**
 * What a whole journal was found to be, every byte of it read. Immutable.
 *
 * @param firstSequence -1: there is no command
 * @param lastSequence -1: there is no command
 * @param bytes of headers and commands
 * @param tornBytes behind the last whole command, never durable; 0: none
 * @param end the last file and the byte where its last whole command ends; null: there is no file
 */
public record JournalCheck(
        int segments,
        long commands,
        long firstSequence,
        long lastSequence,
        long bytes,
        int tornBytes,
        String end,
        boolean unfinished) {

    /**
     * Reads everything.
     *
     * @throws JournalException when it is damaged, newer, or cannot be read
     */
    public static JournalCheck of(Path directory) throws JournalException {
        JournalReader reader = JournalReader.open(directory);
        long[] bytes = {(long) reader.segments() * SegmentHeader.BYTES};
        JournalTail tail = reader.readToTail(
                0,
                (sequence, timeMillis, buffer, offset, length) ->
                        bytes[0] += JournalFormat.FRAME_HEADER_BYTES + length);
        boolean empty = tail.last() == null || tail.nextSequence() == reader.firstSequence();
        return new JournalCheck(
                reader.segments(),
                empty ? 0 : tail.nextSequence() - reader.firstSequence(),
                empty ? -1 : reader.firstSequence(),
                empty ? -1 : tail.nextSequence() - 1,
                bytes[0],
                tail.tornBytes(),
                tail.last() == null ? null : tail.last().path() + ": byte " + tail.bytes(),
                reader.unfinished() != null);
    }
}
