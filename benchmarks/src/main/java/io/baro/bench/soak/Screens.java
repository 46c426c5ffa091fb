package io.baro.bench.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** So many screens that follow everything on the floor by its stream of events, over loopback. Only reads. Runs on: a virtual thread for each. */
final class Screens implements AutoCloseable {
    private static final String REQUEST = """
            GET /api/v1/events?topics=floor,agents,calls,reservations,decisions HTTP/1.1
            Host: 127.0.0.1
            Accept: text/event-stream

            """.replace("\n", "\r\n");
    private static final int BUFFER = 16_384;

    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger ended = new AtomicInteger();
    private volatile boolean closing;

    /** Opens them all. */
    Screens(int httpPort, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), httpPort);
            sockets.add(socket);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            Thread.ofVirtual().start(() -> follow(socket));
        }
    }

    /** Bytes that all have received. */
    long bytes() {
        return bytes.get();
    }

    /** Streams that ended by themselves. */
    int ended() {
        return ended.get();
    }

    @Override
    public void close() throws IOException {
        closing = true;
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void follow(Socket socket) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = socket.getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.addAndGet(read);
            }
        } catch (IOException e) {
            if (!closing) {
                throw new UncheckedIOException(e);
            }
        } finally {
            if (!closing) {
                ended.incrementAndGet();
            }
        }
    }
}
