package io.baro.bench.free;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real Asterisk 22 for one rig: installed if needed, started on loopback ports, stopped by {@link #close()}. Never shared between rigs.
 * Runs on: the rig's thread.
 */
final class RealPbx implements AutoCloseable {
    /** Away from the usual 5060 and 5038, and from the ports of the test suite, so that nothing else on the machine is in the way. */
    static final int SIP_PORT = 25060;

    static final int AMI_PORT = 25038;
    static final int PHONE_PORT = 27000;

    /** The first installation downloads about 150 MB. */
    private static final long INSTALL_MINUTES = 15;

    /** Its place in a line of {@code manager show connected}. */
    private static final int FILE_DESCRIPTOR = 4;

    private final Path scripts;
    private final Path directory;

    private RealPbx(Path scripts, Path directory) {
        this.scripts = scripts;
        this.directory = directory;
    }

    /** Starts it with that many agents' phones, all members of app_queue's queue as well. */
    static RealPbx start(Path projectRoot, Path directory, int agents) throws IOException {
        RealPbx pbx = new RealPbx(projectRoot.resolve("acd-adapter/src/test/asterisk"), directory);
        pbx.script("install.sh");
        pbx.script(
                "asterisk.sh",
                "prepare",
                directory.toString(),
                Integer.toString(SIP_PORT),
                Integer.toString(AMI_PORT),
                Integer.toString(PHONE_PORT));
        ManyAgents.write(directory.resolve("etc/site"), agents);
        pbx.script("asterisk.sh", "start", directory.toString());
        return pbx;
    }

    /** SIPp scenario files lie beside the scripts. */
    Path scenario(String name) {
        return scripts.resolve("sipp").resolve(name + ".xml");
    }

    Path directory() {
        return directory;
    }

    /** Ends all AMI sessions of a user, as a network that is cut does. */
    void cut(String user) throws IOException {
        for (String line : console("manager show connected").lines().toList()) {
            String[] columns = line.strip().split("\\s+", -1);
            if (columns[0].equals(user)) {
                // Username, IP address, start, elapsed, file descriptor, and more.
                console("manager kick session " + columns[FILE_DESCRIPTOR]);
            }
        }
    }

    @Override
    public void close() throws IOException {
        script("asterisk.sh", "stop", directory.toString());
    }

    private String console(String command) throws IOException {
        Process process = new ProcessBuilder(
                        scripts.resolve("asterisk.sh").toString(), "rx", directory.toString(), command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void script(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(scripts.resolve(name).toString());
        command.addAll(List.of(arguments));
        Path log = Files.createDirectories(directory).resolve(name + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.onExit()
                .completeOnTimeout(process, INSTALL_MINUTES, TimeUnit.MINUTES)
                .join();
        if (process.isAlive() || process.exitValue() != 0) {
            process.destroy();
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + Files.readString(log));
        }
    }
}
