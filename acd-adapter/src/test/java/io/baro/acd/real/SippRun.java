package io.baro.acd.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One SIPp process: one or more callers, or the phones of one behaviour. Never restarts. Runs on: the test's thread. */
final class SippRun implements AutoCloseable {
    /** The dialled number that every test's queues.yaml knows. */
    static final String DIALLED = "15771000";

    private static final String TRUNK_ADDRESS = "127.0.0.1";
    private static final String PHONE_ADDRESS = "127.0.0.2";

    private final Process process;
    private final Path log;

    private SippRun(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static SippRun phones(
            RealAsterisk.Centre centre, Path directory, String scenario, int behaviour, int talkMillis)
            throws IOException {
        int port = centre.phonePort + behaviour;
        List<String> options = List.of("-p", Integer.toString(port), "-d", Integer.toString(talkMillis));
        return start(centre, directory, scenario, PHONE_ADDRESS, options);
    }

    /** The third field is the digit that scenarios with keys press. */
    static SippRun callers(Path directory, String scenario, List<String> numbers, int millis) throws IOException {
        List<String> rows =
                numbers.stream().map(number -> number + ";" + DIALLED + ";1").toList();
        List<String> options = new ArrayList<>(fields(directory, rows));
        options.addAll(List.of("-m", Integer.toString(numbers.size()), "-r", "20", "-d", Integer.toString(millis)));
        return start(RealAsterisk.Centre.SEOUL, directory, scenario, TRUNK_ADDRESS, options);
    }

    static SippRun featureCode(Path directory, String endpoint, String code) throws IOException {
        List<String> options = new ArrayList<>(fields(directory, List.of(endpoint + ";" + code)));
        options.addAll(List.of("-m", "1"));
        return start(RealAsterisk.Centre.SEOUL, directory, "agent-dials", PHONE_ADDRESS, options);
    }

    private static List<String> fields(Path directory, List<String> rows) throws IOException {
        Path file = Files.createTempFile(directory, "fields", ".csv");
        Files.writeString(file, "SEQUENTIAL\n" + String.join("\n", rows) + "\n");
        return List.of("-inf", file.toString());
    }

    private static SippRun start(
            RealAsterisk.Centre centre, Path directory, String scenario, String address, List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("sipp", "127.0.0.1:" + centre.sipPort, "-nostdin"));
        command.addAll(List.of("-sf", RealAsterisk.scenario(scenario).toString(), "-i", address));
        command.addAll(options);
        Path log = Files.createTempFile(directory, "sipp-" + scenario, ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new SippRun(process, log);
    }

    /** Waits until all its calls are over and each went as the scenario says. */
    void awaitSuccess() throws IOException {
        process.onExit()
                .completeOnTimeout(process, AmiObserver.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        if (process.isAlive() || process.exitValue() != 0) {
            throw new AssertionError("SIPp did not end well:\n" + Files.readString(log));
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
