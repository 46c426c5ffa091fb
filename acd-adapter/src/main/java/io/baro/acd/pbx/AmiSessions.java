package io.baro.acd.pbx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Owns the AMI connections of one PBX: who hears an event, whose bytes wait to be sent. Never reads an action. Only the loop's thread
 * touches it, but the counters.
 */
final class AmiSessions implements EventAudience {
    private final List<AmiServerSession> sessions = new ArrayList<>();
    private final ArrayDeque<AmiServerSession> toFlush = new ArrayDeque<>();
    private final AtomicLong eventsSent = new AtomicLong();
    private final AtomicLong timedOut = new AtomicLong();

    void opened(AmiServerSession session) {
        sessions.add(session);
    }

    void closed(AmiServerSession session) {
        sessions.remove(session);
    }

    /** It was cut because it did not read. */
    void timedOut() {
        timedOut.incrementAndGet();
    }

    long timedOutCount() {
        return timedOut.get();
    }

    long eventsSent() {
        return eventsSent.get();
    }

    @Override
    public void publish(EventHead head, byte[] block, int length) {
        for (int i = 0; i < sessions.size(); i++) {
            AmiServerSession session = sessions.get(i);
            if (session.reads(head.eventClass)) {
                session.write(block, length);
                eventsSent.lazySet(eventsSent.get() + 1);
            }
        }
    }

    void toFlush(AmiServerSession session) {
        toFlush.addLast(session);
    }

    void flush() {
        for (AmiServerSession session = toFlush.pollFirst(); session != null; session = toFlush.pollFirst()) {
            session.flush();
        }
    }

    /** Logged-in sessions of that user, as {@code AMI_CLIENT(user,sessions)} counts them. */
    int count(String userName) {
        int count = 0;
        for (int i = 0; i < sessions.size(); i++) {
            AmiUser user = sessions.get(i).user();
            if (user != null && user.name().equals(userName)) {
                count++;
            }
        }
        return count;
    }

    /** Cuts the sessions of that user; an empty name: all. */
    void drop(String userName) {
        for (AmiServerSession session : List.copyOf(sessions)) {
            if (userName.isEmpty()
                    || (session.user() != null && session.user().name().equals(userName))) {
                session.close();
            }
        }
    }
}
