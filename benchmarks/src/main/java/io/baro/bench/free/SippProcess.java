package io.baro.bench.free;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** One SIPp on loopback: callers or agents' phones. Never restarts. Runs on: the rig's thread. */
final class SippProcess implements AutoCloseable {
    private final Process process;
    private final Path log;

    private SippProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        // Whoever stops the rig leaves nobody behind.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
    }

    /** Phones that answer, talk for the given time and hang up. */
    static SippProcess phones(RealPbx pbx, int talkMillis) throws IOException {
        return start(pbx, "agent", "127.0.0.2", RealPbx.PHONE_PORT + 1, List.of("-d", Integer.toString(talkMillis)));
    }

    /** Callers with numbers of their own, from an address that tells the PBX which system serves them. */
    static SippProcess callers(RealPbx pbx, String address, int count, int perSecond) throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("SEQUENTIAL");
        IntStream.rangeClosed(1, count)
                .mapToObj(i -> "0100000%04d;15771000;1".formatted(i))
                .forEach(rows::add);
        Path numbers = Files.write(pbx.directory().resolve("callers.csv"), rows);
        List<String> options =
                List.of("-m", "" + count, "-l", "" + count, "-r", "" + perSecond, "-inf", numbers.toString());
        return start(pbx, "caller", address, RealPbx.PHONE_PORT + 100, options);
    }

    private static SippProcess start(RealPbx pbx, String scenario, String address, int port, List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("sipp", "127.0.0.1:" + RealPbx.SIP_PORT, "-nostdin"));
        command.addAll(List.of("-sf", pbx.scenario(scenario).toString(), "-i", address));
        command.addAll(List.of("-p", Integer.toString(port), "-cp", Integer.toString(port + 1000)));
        command.addAll(options);
        Path log = pbx.directory().resolve("sipp-" + scenario + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new SippProcess(process, log);
    }

    /** Waits until all calls are over. */
    boolean awaitEnd(long seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    Path log() {
        return log;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
