package io.baro.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux says of another process. Never touches it. Runs on: the rig's thread. */
public final class ProcessFigures {
    private static final double KIB_PER_MIB = 1024;

    /** USER_HZ: on every Linux that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    /** Of /proc/PID/stat, counted after the name in brackets: utime and stime. */
    private static final int USER_TICKS = 11;

    private static final int SYSTEM_TICKS = 12;

    private final Path directory;

    public ProcessFigures(long pid) {
        directory = Path.of("/proc", Long.toString(pid));
    }

    /**
     * Resident memory in MiB. Each page counts once, although ZGC may map it several times; one that is shared with other processes counts
     * in part.
     */
    public double residentMib() throws IOException {
        return mib("smaps_rollup", "Pss:");
    }

    /** The same as top shows it. */
    public double rssMib() throws IOException {
        return mib("status", "VmRSS:");
    }

    /** The highest {@link #rssMib} of its life. */
    public double peakRssMib() throws IOException {
        return mib("status", "VmHWM:");
    }

    /** Processor time since its start. */
    public double cpuSeconds() throws IOException {
        String stat = Files.readString(directory.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])) / TICKS_PER_SECOND;
    }

    /** Files, sockets and the like that it holds open. */
    public long handles() throws IOException {
        try (Stream<Path> open = Files.list(directory.resolve("fd"))) {
            return open.count();
        }
    }

    private double mib(String file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(directory.resolve(file))) {
            return lines.filter(line -> line.startsWith(name))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / KIB_PER_MIB;
        }
    }
}
