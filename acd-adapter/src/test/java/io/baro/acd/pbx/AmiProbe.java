package io.baro.acd.pbx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A raw AMI client: a socket, a thread that keeps all blocks, and waits with a deadline. */
final class AmiProbe implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

    private final Socket socket;
    private final BufferedReader in;
    private final List<AmiBlock> blocks = new ArrayList<>();
    private boolean ended;
    private int actionIds;

    AmiProbe(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        greeting = in.readLine();
        Thread.ofPlatform().daemon().start(this::readBlocks);
    }

    final String greeting;

    static AmiProbe loggedIn(EmbeddedPbx pbx, String user, String secret) throws Exception {
        AmiProbe probe = new AmiProbe(pbx.port());
        AmiBlock challenge = probe.act("Challenge", "AuthType: MD5");
        AmiBlock answer = probe.act(
                "Login", "AuthType: MD5", "Username: " + user, "Key: " + md5(challenge.get("Challenge") + secret));
        if (!answer.get("Response").equals("Success")) {
            throw new IllegalStateException(answer.toString());
        }
        return probe;
    }

    static String md5(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Sends an action and waits for its response. */
    AmiBlock act(String action, String... headers) throws Exception {
        String id = "probe-" + ++actionIds;
        send(action, id, headers);
        return await(block -> block.has("Response") && block.get("ActionID").equals(id));
    }

    void send(String action, String id, String... headers) throws IOException {
        StringBuilder text = new StringBuilder("Action: " + action + "\r\nActionID: " + id + "\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        raw(text.append("\r\n").toString());
    }

    void raw(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    AmiBlock awaitEvent(String event) throws InterruptedException {
        return await(block -> block.is(event));
    }

    AmiBlock awaitUserEvent(String name) throws InterruptedException {
        return await(block -> block.is("UserEvent") && block.get("UserEvent").equals(name));
    }

    /** The first block, of all since the start, that is so. */
    synchronized AmiBlock await(Predicate<AmiBlock> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        int seen = 0;
        while (true) {
            for (; seen < blocks.size(); seen++) {
                if (wanted.test(blocks.get(seen))) {
                    return blocks.get(seen);
                }
            }
            wait(left(deadline));
        }
    }

    /** Waits until the server closes the connection. */
    synchronized void awaitEnd() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!ended) {
            wait(left(deadline));
        }
    }

    synchronized List<AmiBlock> blocks() {
        return List.copyOf(blocks);
    }

    /** The events so far, UserEvents by their own name. */
    List<String> eventNames() {
        return blocks().stream()
                .filter(block -> block.has("Event"))
                .map(AmiBlock::name)
                .toList();
    }

    private long left(long deadline) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new AssertionError("did not come; came: " + blocks);
        }
        return left;
    }

    private void readBlocks() {
        List<String> lines = new ArrayList<>();
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isEmpty()) {
                    lines.add(line);
                } else if (!lines.isEmpty()) {
                    add(new AmiBlock(List.copyOf(lines)));
                    lines.clear();
                }
            }
        } catch (IOException e) {
            // The socket was closed by either side: the end of the stream, too.
        }
        end();
    }

    private synchronized void add(AmiBlock block) {
        blocks.add(block);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
