package io.baro.bench.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Stands between the engine and its PBX, passes all bytes on, and measures at the engine's own sockets: from the write of a caller's
 * AcdArrived to the read of the Redirect that moves him. Never changes a byte. Runs on: two threads for each connection.
 */
final class WireTap implements AutoCloseable {
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final String BLOCK_END = "\r\n\r\n";
    private static final long HIGHEST_NANOS = 60_000_000_000L;

    private final ServerSocket door;
    private final int pbxPort;
    private final Map<String, Long> toldNanos = new ConcurrentHashMap<>();
    private final Recorder latency = new Recorder(HIGHEST_NANOS, 3);
    private final LongAdder events = new LongAdder();

    WireTap(int pbxPort) throws IOException {
        this.pbxPort = pbxPort;
        door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("tap-door").start(this::accept);
    }

    /** Where the engine connects. */
    int port() {
        return door.getLocalPort();
    }

    long events() {
        return events.sum();
    }

    /** What was measured since the last time this was asked, in nanoseconds. */
    Histogram sinceLast() {
        return latency.getIntervalHistogram();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket engine = door.accept();
                Socket pbx = new Socket(InetAddress.getLoopbackAddress(), pbxPort);
                engine.setTcpNoDelay(true);
                pbx.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().name("tap-events").start(() -> pass(pbx, engine, true));
                Thread.ofPlatform().daemon().name("tap-actions").start(() -> pass(engine, pbx, false));
            }
        } catch (IOException closed) {
            // The rig is over.
            toldNanos.clear();
        }
    }

    private void pass(Socket from, Socket to, boolean fromPbx) {
        byte[] chunk = new byte[CHUNK_BYTES];
        StringBuilder rest = new StringBuilder();
        try (from;
                to) {
            for (int n = from.getInputStream().read(chunk);
                    n > 0;
                    n = from.getInputStream().read(chunk)) {
                long now = System.nanoTime();
                String text = new String(chunk, 0, n, StandardCharsets.ISO_8859_1);
                // What is awaited must be known before its answer can come.
                rest.append(text);
                look(rest, fromPbx, now);
                to.getOutputStream().write(chunk, 0, n);
            }
        } catch (IOException closed) {
            rest.setLength(0);
        }
    }

    private void look(StringBuilder text, boolean fromPbx, long now) {
        int from = 0;
        for (int end = text.indexOf(BLOCK_END); end >= 0; end = text.indexOf(BLOCK_END, from)) {
            String block = text.substring(from, end + 2);
            from = end + BLOCK_END.length();
            if (fromPbx) {
                told(block, now);
            } else if (block.startsWith("Action: Redirect\r\n")) {
                asked(block, now);
            }
        }
        text.delete(0, from);
    }

    private void told(String block, long now) {
        if (block.startsWith("Event: ")) {
            events.increment();
            if (block.contains("UserEvent: AcdArrived\r\n")) {
                toldNanos.put(value(block, "\nChannel: "), now);
            }
        }
    }

    private void asked(String block, long now) {
        Long told = toldNanos.remove(value(block, "\nChannel: "));
        if (told != null) {
            latency.recordValue(Math.min(now - told, HIGHEST_NANOS));
        }
    }

    private static String value(String block, String name) {
        int from = block.indexOf(name) + name.length();
        return block.substring(from, block.indexOf('\r', from));
    }
}
