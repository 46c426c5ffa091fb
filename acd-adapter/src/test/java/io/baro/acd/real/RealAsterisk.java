package io.baro.acd.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real Asterisk 22 with the configuration that ships: installed if needed, started on loopback, stopped by {@link #close()}. Owns the
 * PBX and an observer of it; never the engine or the phones. Runs on: the test's thread.
 */
final class RealAsterisk implements AutoCloseable {
    static final int AMI_PORT = Centre.SEOUL.amiPort;

    /** The centres that may run beside each other; their PBXs have a trunk to one another. */
    enum Centre {
        SEOUL("seoul", 16060, 16038, 17000),
        BUSAN("busan", 16160, 16138, 17100);

        final String centre;
        final int sipPort;
        final int amiPort;

        /** Phones of one behaviour share a port: this plus the digit after "a" in the endpoint's name. */
        final int phonePort;

        Centre(String centre, int sipPort, int amiPort, int phonePort) {
            this.centre = centre;
            this.sipPort = sipPort;
            this.amiPort = amiPort;
            this.phonePort = phonePort;
        }
    }

    /** Surefire starts in the module's folder. */
    private static final Path SCRIPTS = Path.of("src/test/asterisk").toAbsolutePath();

    /** The first installation downloads about 150 MB. */
    private static final long INSTALL_MINUTES = 15;

    /** Channel, time, codec, four columns of what came in, then what went out. */
    private static final int SENT_COLUMN = 7;

    /** The music on hold of asterisk.sh. */
    private static final String SILENCE = "/var/lib/asterisk/moh/silence";

    private final Path directory;
    private final AmiObserver observer;

    private RealAsterisk(Path directory, AmiObserver observer) {
        this.directory = directory;
        this.observer = observer;
    }

    static RealAsterisk start(Path directory, Centre centre) throws IOException {
        run(directory, "install.sh");
        run(
                directory,
                "asterisk.sh",
                "prepare",
                directory.toString(),
                Integer.toString(centre.sipPort),
                Integer.toString(centre.amiPort),
                Integer.toString(centre.phonePort),
                centre.centre);
        run(directory, "asterisk.sh", "start", directory.toString());
        return new RealAsterisk(directory, new AmiObserver(centre.amiPort));
    }

    static Path scenario(String name) {
        return SCRIPTS.resolve("sipp").resolve(name + ".xml");
    }

    AmiObserver observer() {
        return observer;
    }

    /** The endpoint by which callbacks go out from now on. */
    void callbackTrunk(String endpoint) throws IOException {
        console("dialplan set global ACD_CALLBACK_TRUNK " + endpoint);
    }

    /** From now on a caller who wants to be called is asked at which number and at which hour: in silence. */
    void askForNumberAndHour() throws IOException {
        console("dialplan set global ACD_PROMPT_CALLBACK_NUMBER " + SILENCE);
        console("dialplan set global ACD_PROMPT_CALLBACK_TIME " + SILENCE);
    }

    /** From now on a machine that answers a callback is no customer. */
    void hangUpOnMachines() throws IOException {
        console("dialplan set global ACD_CALLBACK_MACHINES hang-up");
    }

    /** How long a caller stays in one turn of the park loop from now on, in seconds. */
    void turn(int seconds) throws IOException {
        console("dialplan set global ACD_TURN " + seconds);
    }

    /** RTP packets that have gone out to each caller; whose is whose Asterisk does not say, it cuts the names. */
    List<Long> packetsSent() throws IOException {
        List<Long> sent = new ArrayList<>();
        for (String line : console("pjsip show channelstats").split("\n", -1)) {
            String[] words = line.strip().split(" +", -1);
            if (words.length > SENT_COLUMN && words[0].startsWith("trunk-")) {
                sent.add(Long.parseLong(words[SENT_COLUMN]));
            }
        }
        return sent;
    }

    /** Ends all calls and waits until they are gone: the next test begins with an empty PBX. */
    void hangUpEverybody() throws IOException {
        console("channel request hangup all");
        observer.awaitNoCalls();
        observer.forget();
    }

    @Override
    public void close() throws IOException {
        observer.close();
        run(directory, "asterisk.sh", "stop", directory.toString());
    }

    /** What Asterisk answers. */
    private String console(String command) throws IOException {
        return run(directory, "asterisk.sh", "rx", directory.toString(), command);
    }

    /** What the script said. */
    private static String run(Path directory, String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(SCRIPTS.resolve(script).toString());
        command.addAll(List.of(arguments));
        Path log = Files.createDirectories(directory).resolve(script + ".log");
        long begins = Files.exists(log) ? Files.size(log) : 0;
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
        byte[] all = Files.readAllBytes(log);
        return new String(all, (int) begins, all.length - (int) begins, StandardCharsets.UTF_8);
    }
}
