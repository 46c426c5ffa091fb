package io.baro.bench.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java machine of another process: its heap by jcmd, its pauses by its own log. Never attaches an agent. Runs on: the rig's thread. */
final class JavaMachine {
    private static final Pattern USED = Pattern.compile("used (\\d+)M");
    private static final Pattern PAUSE = Pattern.compile("Pause \\D*(\\d+\\.\\d+)ms");
    private static final Pattern SAFEPOINT = Pattern.compile("Total: *(\\d+) ns");
    private static final double NANOS_PER_MILLI = 1e6;

    private final long pid;
    private final Path jcmd;
    private final Path log;

    JavaMachine(long pid, Path jcmd, Path log) {
        this.pid = pid;
        this.jcmd = jcmd;
        this.log = log;
    }

    /** Options by which the machine writes that log. */
    static String logOptions(Path log) {
        return "-Xlog:gc*=info,gc+phases=info,safepoint=info:file=" + log + ":uptime,tags:filecount=0";
    }

    /** What is reachable, in MB: a whole collection first. */
    double liveMegabytes() throws IOException {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("jcmd does not say how much heap is used");
        }
        return Double.parseDouble(used.group(1));
    }

    /** The longest pause for a collection, in ms. */
    double longestPause() throws IOException {
        return highest(PAUSE, 1);
    }

    /** The longest stop of all threads for whatever reason, from asking them until they go on, in ms. */
    double longestStop() throws IOException {
        return highest(SAFEPOINT, NANOS_PER_MILLI);
    }

    private double highest(Pattern pattern, double unit) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(pattern::matcher)
                    .filter(Matcher::find)
                    .mapToDouble(found -> Double.parseDouble(found.group(1)) / unit)
                    .max()
                    .orElse(0);
        }
    }

    private String jcmd(String command) throws IOException {
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
