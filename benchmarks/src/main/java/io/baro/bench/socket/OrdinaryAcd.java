package io.baro.bench.socket;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;

/**
 * The rival, in a process of its own: an ACD as one writes it with Asterisk-Java. Its connection, a listener, a synchronized priority queue of
 * callers and a line of idle agents, and Redirects that nobody waits for. It journals nothing, explains nothing and checks nothing. Its
 * event queue holds 20,000 and cannot be set. Runs on: Asterisk-Java's threads.
 */
public final class OrdinaryAcd implements ManagerEventListener {
    private static final String PHONE = "PJSIP/a";
    private static final int ENDPOINT_FROM = "PJSIP/".length();
    private static final int ENDPOINT_TO = ENDPOINT_FROM + Field.AGENT.width();

    private record Waiting(String channel, long since) {}

    private final PriorityQueue<Waiting> callers = new PriorityQueue<>(Comparator.comparingLong(Waiting::since));
    private final Deque<String> idle = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final DefaultManagerConnection connection;
    private long arrivals;
    private long offers;

    private OrdinaryAcd(DefaultManagerConnection connection) {
        this.connection = connection;
        for (int i = 0; i < Agents.COUNT; i++) {
            idle.add(Agents.endpoint(i));
            known.add(Agents.endpoint(i));
        }
    }

    public static void main(String[] args)
            throws IOException, AuthenticationFailedException, TimeoutException, InterruptedException {
        DefaultManagerConnection connection =
                new DefaultManagerConnection("127.0.0.1", Integer.parseInt(args[0]), "acd", "secret");
        connection.registerUserEventClass(AcdArrivedEvent.class);
        connection.addEventListener(new OrdinaryAcd(connection));
        connection.login("on");
        // Its threads keep no process alive.
        new CountDownLatch(1).await();
    }

    @Override
    public void onManagerEvent(ManagerEvent event) {
        if (event instanceof AcdArrivedEvent arrived) {
            arrive(arrived.getChannel());
        } else if (event instanceof HangupEvent hangup && hangup.getChannel().startsWith(PHONE)) {
            free(hangup.getChannel().substring(ENDPOINT_FROM, ENDPOINT_TO));
        }
    }

    private synchronized void arrive(String channel) {
        callers.add(new Waiting(channel, arrivals++));
        match();
    }

    private synchronized void free(String endpoint) {
        if (known.contains(endpoint)) {
            idle.add(endpoint);
            match();
        }
    }

    private void match() {
        while (!callers.isEmpty() && !idle.isEmpty()) {
            String exten = "o_" + ++offers + "_20_" + idle.poll();
            try {
                connection.sendAction(new RedirectAction(callers.poll().channel(), "acd-dial", exten, 1), null);
            } catch (IOException gone) {
                throw new IllegalStateException("the PBX has gone", gone);
            }
        }
    }
}
