package io.baro.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads a {@link FileJournal} from the start to its last whole frame; a torn or damaged frame ends it, since a crash can only tear
 * the last one. Changes nothing. Runs on: the thread that asks.
 */
public final class FileJournalReader {
    private FileJournalReader() {}

    /** Hands all whole commands to the reader and returns the number of bytes they take. */
    public static long read(Path file, CommandReader reader) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            UnsafeBuffer buffer = new UnsafeBuffer(bytes);
            CRC32C crc = new CRC32C();
            int position = 0;
            while (isWhole(bytes, position, crc)) {
                int length = bytes.getInt(position);
                long sequence = bytes.getLong(position + FileJournal.CRC_START);
                long timeMillis = bytes.getLong(position + FileJournal.CRC_START + Long.BYTES);
                reader.onCommand(sequence, timeMillis, buffer, position + FileJournal.HEADER_BYTES, length);
                position += FileJournal.HEADER_BYTES + length;
            }
            return position;
        }
    }

    private static boolean isWhole(ByteBuffer bytes, int position, CRC32C crc) {
        if (bytes.capacity() - position < FileJournal.HEADER_BYTES) {
            return false;
        }
        int length = bytes.getInt(position);
        if (length < 0 || length > bytes.capacity() - position - FileJournal.HEADER_BYTES) {
            return false;
        }
        ByteBuffer covered = bytes.duplicate()
                .position(position + FileJournal.CRC_START)
                .limit(position + FileJournal.HEADER_BYTES + length);
        crc.reset();
        crc.update(covered);
        return bytes.getInt(position + FileJournal.CRC_OFFSET) == (int) crc.getValue();
    }
}
