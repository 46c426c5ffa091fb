package io.baro.acd.app;

import io.baro.acd.pbx.Caller;
import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.engine.message.AgentState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server for the console's tests with one centre and two agents, where nothing happens by itself: who calls and who answers is said by
 * the test. Closes what it opened. Runs on: the test's thread.
 */
public final class SmallFloor implements AutoCloseable {
    private static final int PBX = 0;
    private static final String PHONE = "a1001";
    private static final String LINE = "15771000";

    private final OneCentre centre;

    /** Agent 1001 is logged in and on a pause, 1002 is logged out; who calls waits. */
    public SmallFloor(Path dir) throws IOException, InterruptedException {
        centre = new OneCentre(dir).pastTheMenu().withJournal();
        centre.directory().write(ConsolePeople.FILE, ConsolePeople.file());
        // The one place where these tests start a server.
        centre.start();
        centre.console().dialCode(PHONE, "*83");
        awaitAgents(AgentState.NOT_READY, 1);
    }

    /** Where the console is. */
    public String address() {
        return "http://127.0.0.1:" + centre.server().httpAddress().getPort();
    }

    /** So many customers call and stand in line. */
    public List<Caller> callers(int count) {
        List<Caller> callers = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            callers.add(centre.console().dial("0103333%04d".formatted(each), LINE));
        }
        return callers;
    }

    /** The phone of agent 1001 rings until somebody does something about it. */
    public SmallFloor phoneRings() {
        centre.console().behave(PHONE, PhoneBehaviour.noAnswer());
        return this;
    }

    /** Agent 1001 answers at once, and the talk goes on until the customer hangs up. */
    public SmallFloor phoneIsAnswered() {
        centre.console().behave(PHONE, PhoneBehaviour.answer(10, PhoneBehaviour.UNTIL_TOLD));
        return this;
    }

    public void hangUp(Caller caller) {
        centre.console().hangUp(caller);
    }

    /** The engine goes, as for an update. */
    public void stop() {
        centre.stop();
    }

    private void awaitAgents(AgentState state, int count) throws InterruptedException {
        RunProcess.await(
                "agents " + state, () -> centre.server().metrics().agents().count(state, PBX) == count);
    }

    @Override
    public void close() {
        centre.close();
    }
}
