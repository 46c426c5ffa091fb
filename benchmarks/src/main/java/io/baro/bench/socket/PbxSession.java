package io.baro.bench.socket;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One AMI connection of the played PBX: cuts actions out of bytes, keeps what is to be written. Never blocks. One thread. */
final class PbxSession {
    private static final int READ_BYTES = 256 * 1024;
    private static final int WRITE_BYTES = 512 * 1024;

    private final SocketChannel channel;
    private final byte[] read = new byte[READ_BYTES];
    private final ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES);
    private final ByteBuffer out = ByteBuffer.allocateDirect(WRITE_BYTES);
    private final ActionBlock action = new ActionBlock();
    private int end;
    boolean loggedIn;
    boolean events;

    /** Takes whole actions. */
    interface Listener {
        void onAction(PbxSession session, ActionBlock action);
    }

    PbxSession(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        say("Asterisk Call Manager/11.0.0\r\n");
    }

    /** What is written goes here, to be flushed. */
    ByteBuffer out() {
        return out;
    }

    void say(String text) {
        out.put(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void flush() throws IOException {
        if (out.position() > 0) {
            out.flip();
            int ignored = channel.write(out);
            out.compact();
        }
    }

    /** Reads what is there and hands it on; false: the other side has gone. */
    boolean poll(Listener listener) throws IOException {
        in.clear().limit(READ_BYTES - end);
        int more = channel.read(in);
        if (more <= 0) {
            return more == 0;
        }
        in.flip();
        in.get(read, end, more);
        end += more;
        int begin = 0;
        for (int at = 3; at < end; at++) {
            if (read[at] == '\n' && read[at - 1] == '\r' && read[at - 2] == '\n' && at - 3 >= begin) {
                action.wrap(read, begin, at - 1);
                listener.onAction(this, action);
                begin = at + 1;
            }
        }
        System.arraycopy(read, begin, read, 0, end - begin);
        end -= begin;
        return true;
    }

    void close() throws IOException {
        channel.close();
    }
}
