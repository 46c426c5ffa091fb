package io.baro.acd.loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * A TCP port of the loopback at which nobody listens yet and that the system gives nobody by itself meanwhile.
 *
 * <p>A port that was asked for with 0 and given back is in the range from which Linux draws the near ends of outgoing
 * connections (32768 to 60999, ip_local_port_range), so another connection of the same run may take it at any time.
 */
public final class UnusedPort {
    private static final int FIRST = 21_000;
    private static final int PAST_LAST = 32_000;

    private UnusedPort() {}

    /** A port for a server that a test starts later. Runs side by side begin their search at different places. */
    public static int find() throws IOException {
        int span = PAST_LAST - FIRST;
        int start = (int) (ProcessHandle.current().pid() * 97 % span);
        for (int i = 0; i < span; i++) {
            int port = FIRST + (start + i) % span;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("every port from " + FIRST + " to " + PAST_LAST + " is taken");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
