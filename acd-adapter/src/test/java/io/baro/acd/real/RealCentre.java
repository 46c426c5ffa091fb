package io.baro.acd.real;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A whole centre on loopback: one real Asterisk a test class, or two with a trunk between them; engine, phones and callers a test. Ends whatever a test started, in
 * reverse order, and empties the PBX. Its files stay in {@code target/real} to be read after a failure. Runs on: the test's thread.
 */
final class RealCentre implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    /** In place of a behaviour of agents' phones: the port of those behind the trunk. */
    private static final int CUSTOMERS = 9;

    /** Held while a suite runs: all of them use the same addresses, and callers of one would reach the other's PBX. */
    private static final int SUITE_PORT = 16_059;

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private Path directory;
    private RealAsterisk pbx;
    private final boolean lends;
    private RealAsterisk lender;
    private ServerSocket suite;

    RealCentre() {
        this(false);
    }

    private RealCentre(boolean lends) {
        this.lends = lends;
    }

    /** A centre, and a second one that lends it agents. */
    static RealCentre withLender() {
        return new RealCentre(true);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        suite = holdSuite();
        directory = Path.of("target/real", context.getRequiredTestClass().getSimpleName())
                .toAbsolutePath();
        pbx = RealAsterisk.start(directory, RealAsterisk.Centre.SEOUL);
        if (lends) {
            lender = RealAsterisk.start(directory.resolve("lender"), RealAsterisk.Centre.BUSAN);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        while (!started.isEmpty()) {
            started.pop().close();
        }
        pbx.hangUpEverybody();
        if (lends) {
            lender.hangUpEverybody();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (pbx != null) {
            pbx.close();
        }
        if (lender != null) {
            lender.close();
        }
        if (suite != null) {
            suite.close();
        }
    }

    RealAsterisk pbx() {
        return pbx;
    }

    AmiObserver observer() {
        return pbx.observer();
    }

    /** The engine, linked and ready. Agents: lines of agents.csv; rules: the list of rules.yaml. */
    BaroProcess baro(String agents, String rules) throws IOException {
        return baro(RealAsterisk.AMI_PORT, agents, rules);
    }

    BaroProcess baro(int amiPort, String agents, String rules) throws IOException {
        return keep(BaroProcess.start(directory.resolve("baro"), amiPort, agents, rules));
    }

    /** The engine with its journal on disk. */
    BaroProcess baroKeeping(String agents, String rules) throws IOException {
        return keep(BaroProcess.startKeeping(directory.resolve("baro"), RealAsterisk.AMI_PORT, agents, rules));
    }

    /** Numbers of the callers whom the engine that was killed last had in line, in their order. */
    List<String> numbersInLine() throws IOException {
        return OrderInLine.read(directory.resolve("baro"), observer().seen(event -> event.isUserEvent("AcdArrived")));
    }

    /** The engine; several phones ring for one call at the same time, as these terms of the queue say. */
    BaroProcess baroRinging(String terms, String agents, String rules) throws IOException {
        return keep(BaroProcess.startRinging(directory.resolve("baro"), RealAsterisk.AMI_PORT, terms, agents, rules));
    }

    /** The engine, which calls back as the desk says. */
    BaroProcess baroCalling(BaroProcess.Desk desk, String agents, String rules) throws IOException {
        return keep(BaroProcess.startCalling(directory.resolve("baro"), desk, agents, rules));
    }

    /** The engine again, where it is that time of the day now. */
    BaroProcess baroAgainAt(LocalTime wanted) throws IOException {
        int ahead = wanted.toSecondOfDay() - LocalTime.now(ZoneOffset.UTC).toSecondOfDay();
        int halfADay = (int) Duration.ofHours(12).toSeconds();
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(Math.floorMod(ahead + halfADay, 2 * halfADay) - halfADay);
        return keep(BaroProcess.restartIn(directory.resolve("baro"), zone.getId()));
    }

    /** The engine, linked to both centres; a call that nobody of seoul may take may go to busan's agents. */
    BaroProcess baroOfBoth(String agents, String rules) throws IOException {
        return keep(BaroProcess.startOfBoth(directory.resolve("baro"), agents, rules));
    }

    AmiObserver lenderObserver() {
        return lender.observer();
    }

    void lenderPhones(String scenario, int behaviour, int talkMillis) throws IOException {
        keep(SippRun.phones(RealAsterisk.Centre.BUSAN, directory, scenario, behaviour, talkMillis));
    }

    /** The engine again, with the configuration of the one before. */
    BaroProcess baroAgain() throws IOException {
        return keep(BaroProcess.restart(directory.resolve("baro")));
    }

    CuttableWire wire() throws IOException {
        return keep(new CuttableWire(RealAsterisk.AMI_PORT));
    }

    /** Phones of the behaviour that the endpoint's first digit stands for; see site/pjsip-agents.conf. */
    void phones(String scenario, int behaviour, int talkMillis) throws IOException {
        keep(SippRun.phones(RealAsterisk.Centre.SEOUL, directory, scenario, behaviour, talkMillis));
    }

    /** The phones of customers who are called back, over the trunk; a scenario of an agent's phone does for them. */
    SippRun customers(String scenario, int talkMillis) throws IOException {
        return keep(SippRun.phones(RealAsterisk.Centre.SEOUL, directory, scenario, CUSTOMERS, talkMillis));
    }

    /** Callers who stay until the far side hangs up, 20 a second. */
    SippRun callers(List<String> numbers) throws IOException {
        return keep(SippRun.callers(directory, "caller", numbers, 0));
    }

    SippRun caller(String number) throws IOException {
        return callers(List.of(number));
    }

    /** A caller who hangs up after so long, whatever happens. */
    SippRun impatientCaller(String number, int stayMillis) throws IOException {
        return keep(SippRun.callers(directory, "caller-hangs-up", List.of(number), stayMillis));
    }

    /** A caller whose number is not one: it holds line ends and an AMI event of his own. */
    SippRun forger(String number, int stayMillis) throws IOException {
        return keep(SippRun.callers(directory, "caller-forges", List.of(number), stayMillis));
    }

    /** A caller who presses 1 every second until the far side hangs up. */
    SippRun callerWhoPressesOne(String number) throws IOException {
        return keep(SippRun.callers(directory, "caller-presses-on", List.of(number), 0));
    }

    /** An agent's phone dials a feature code; returns when the code was taken. */
    void featureCode(String endpoint, String code) throws IOException {
        keep(SippRun.featureCode(directory, endpoint, code)).awaitSuccess();
    }

    private static ServerSocket holdSuite() throws IOException {
        try {
            return new ServerSocket(SUITE_PORT, 1, InetAddress.getLoopbackAddress());
        } catch (BindException held) {
            throw new IllegalStateException(
                    "another suite against a real Asterisk runs on this machine; wait for its end", held);
        }
    }

    private <T extends AutoCloseable> T keep(T thing) {
        started.push(thing);
        return thing;
    }
}
