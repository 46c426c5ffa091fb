package io.baro.acd.real;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP relay between engine and PBX that a test can cut and join again. While cut, connections are refused at once. Never changes a
 * byte. Runs on: virtual threads of its own.
 */
final class CuttableWire implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;

    CuttableWire(int target) throws IOException {
        this.target = target;
        listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void cut() throws IOException {
        isCut = true;
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    void join() {
        isCut = false;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                relay(listener.accept());
            } catch (IOException oneLost) {
                // Either the test is over, or one connection could not be relayed: the engine tries again.
                Thread.onSpinWait();
            }
        }
    }

    private void relay(Socket engine) throws IOException {
        if (isCut) {
            engine.close();
            return;
        }
        Socket pbx = new Socket(InetAddress.getLoopbackAddress(), target);
        engine.setTcpNoDelay(true);
        pbx.setTcpNoDelay(true);
        sockets.add(engine);
        sockets.add(pbx);
        Thread.ofVirtual().start(() -> copy(engine, pbx));
        Thread.ofVirtual().start(() -> copy(pbx, engine));
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            sockets.remove(from);
        } finally {
            sockets.remove(to);
        }
    }
}
