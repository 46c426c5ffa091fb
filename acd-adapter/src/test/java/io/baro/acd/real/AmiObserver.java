package io.baro.acd.real;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An AMI login of the test's own that sees what Asterisk does, whoever asked for it. Keeps every event since {@link #forget}. Never acts.
 * Runs on: a reading thread of its own; the test's thread waits.
 */
final class AmiObserver implements AutoCloseable {
    /** More than the slowest step of any scenario (a menu that is not answered: 12 s) on a machine that is busy. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Socket socket;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final List<AmiEvent> events = new ArrayList<>();
    private final Set<String> channels = new HashSet<>();

    AmiObserver(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        in.readLine();
        String login = "Action: Login\r\nUsername: baro-observer\r\nSecret: test-observer\r\n\r\n";
        socket.getOutputStream().write(login.getBytes(StandardCharsets.US_ASCII));
        Thread.ofPlatform().daemon().name("ami-observer").start(() -> read(in));
        await("the observer's login", event -> event.is("FullyBooted"));
    }

    /** Waits for the first such event since the last {@link #forget}, whether it came already or comes in time. */
    AmiEvent await(String what, Predicate<AmiEvent> wanted) {
        long left = PATIENCE.toNanos();
        int next = 0;
        lock.lock();
        try {
            while (true) {
                for (; next < events.size(); next++) {
                    if (wanted.test(events.get(next))) {
                        return events.get(next);
                    }
                }
                if (left <= 0) {
                    throw new AssertionError("Asterisk never showed: " + what + "\n" + history());
                }
                left = more.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until that many different callers, by channel, have shown such an event. */
    void awaitCallers(String what, int count, Predicate<AmiEvent> wanted) {
        Set<String> callers = new HashSet<>();
        await(what, event -> {
            if (wanted.test(event)) {
                callers.add(event.get("Channel"));
            }
            return callers.size() >= count;
        });
    }

    List<AmiEvent> seen(Predicate<AmiEvent> wanted) {
        lock.lock();
        try {
            return events.stream().filter(wanted).toList();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no channel is left that this observer saw begin; on a PBX where nothing happens any more that is now. */
    void awaitNoCalls() {
        long left = PATIENCE.toNanos();
        lock.lock();
        try {
            while (!channels.isEmpty()) {
                if (left <= 0) {
                    throw new AssertionError("Asterisk never showed the end of " + channels + "\n" + history());
                }
                left = more.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            lock.unlock();
        }
    }

    /** True when no such event came since the last {@link #forget} nor comes within that time. */
    boolean isMissingFor(Duration time, Predicate<AmiEvent> unwanted) throws InterruptedException {
        long left = time.toNanos();
        lock.lock();
        try {
            while (left > 0 && events.stream().noneMatch(unwanted)) {
                left = more.awaitNanos(left);
            }
            return events.stream().noneMatch(unwanted);
        } finally {
            lock.unlock();
        }
    }

    void forget() {
        lock.lock();
        try {
            events.clear();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void read(BufferedReader in) {
        try {
            Map<String, String> block = new HashMap<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int colon = line.indexOf(": ");
                if (colon > 0) {
                    block.putIfAbsent(line.substring(0, colon), line.substring(colon + 2));
                } else if (line.isEmpty() && !block.isEmpty()) {
                    add(new AmiEvent(Map.copyOf(block)));
                    block.clear();
                }
            }
        } catch (IOException closed) {
            add(new AmiEvent(Map.of("Event", "the observer's connection ended")));
        }
    }

    private void add(AmiEvent event) {
        lock.lock();
        try {
            if (event.is("Newchannel")) {
                channels.add(event.get("Channel"));
            } else if (event.is("Hangup")) {
                channels.remove(event.get("Channel"));
            }
            events.add(event);
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private String history() {
        int last = Math.min(events.size(), 60);
        return events.subList(events.size() - last, events.size()).stream()
                .map(AmiEvent::toString)
                .collect(Collectors.joining("\n"));
    }
}
