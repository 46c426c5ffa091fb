package org.asteriskjava.manager.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.response.ManagerResponse;
import org.asteriskjava.util.SocketConnectionFacade;

/** Runs Asterisk-Java's own reader over recorded bytes: the second opinion on what they mean. */
public final class AsteriskJavaReader {
    private AsteriskJavaReader() {}

    /** The events that Asterisk-Java builds from the bytes, in order. */
    public static List<ManagerEvent> events(byte[] bytes) {
        List<ManagerEvent> events = new ArrayList<>();
        Dispatcher dispatcher = new Dispatcher() {
            @Override
            public void dispatchResponse(ManagerResponse response, Integer requiredHandlingTime) {}

            @Override
            public void dispatchEvent(ManagerEvent event, Integer requiredHandlingTime) {
                events.add(event);
            }

            @Override
            public void stop() {}
        };
        ManagerReaderImpl reader = new ManagerReaderImpl(dispatcher, AsteriskJavaReader.class);
        reader.setSocket(new RecordedLines(bytes));
        reader.run();
        return events;
    }

    private static final class RecordedLines implements SocketConnectionFacade {
        private final Scanner scanner;

        RecordedLines(byte[] bytes) {
            scanner = new Scanner(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8).useDelimiter("\r\n");
        }

        @Override
        public String readLine() throws IOException {
            return scanner.hasNext() ? scanner.next() : null;
        }

        @Override
        public void write(String text) {}

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public InetAddress getLocalAddress() {
            return InetAddress.getLoopbackAddress();
        }

        @Override
        public int getLocalPort() {
            return 0;
        }

        @Override
        public InetAddress getRemoteAddress() {
            return InetAddress.getLoopbackAddress();
        }

        @Override
        public int getRemotePort() {
            return 0;
        }
    }
}
