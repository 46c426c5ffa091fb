package io.baro.bench.free;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * One AMI login over a plain blocking socket: the least that can talk to Asterisk, for looking on and for the floor. Never reconnects.
 * Runs on: one thread that reads, one that sends.
 */
final class AmiSession implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    AmiSession(int port, String user, String secret, boolean events) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        out = socket.getOutputStream();
        in.readLine();
        send("Action: Challenge\r\nAuthType: MD5\r\n");
        String key = md5(next().get("Challenge") + secret);
        send("Action: Login\r\nAuthType: MD5\r\nUsername: " + user + "\r\nKey: " + key + "\r\nEvents: "
                + (events ? "on" : "off") + "\r\n");
        Map<String, String> answer = next();
        if (!"Success".equals(answer.get("Response"))) {
            throw new IOException("AMI refused " + user + ": " + answer.get("Message"));
        }
    }

    /** Each line of the action ends in CRLF; the empty line is added here. */
    void send(String lines) throws IOException {
        out.write((lines + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    void redirect(String channel, String context, String exten) throws IOException {
        send("Action: Redirect\r\nChannel: " + channel + "\r\nContext: " + context + "\r\nExten: " + exten
                + "\r\nPriority: 1\r\n");
    }

    /** Waits for the next block; of a header that stands twice the first counts. Null when the connection has ended. */
    Map<String, String> next() throws IOException {
        Map<String, String> block = new HashMap<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isEmpty()) {
                if (!block.isEmpty()) {
                    return block;
                }
                continue;
            }
            int colon = line.indexOf(": ");
            if (colon > 0) {
                block.putIfAbsent(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
