package io.baro.acd.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Owns which id each agent has for life, and what PBXs and queues the ids of the kept state stand for: a file of state_dir beside the
 * journal, whose records know ids alone. Never routes. Used by the main thread at the start, then by the watch's.
 */
public final class IdRegister {
    public static final String NAME = "ids.csv";

    private static final String HEAD =
            "# Written by Baro: the ids in its journal. Belongs in the backup with it; do not edit.";
    private static final String STRUCTURE = "structure";
    private static final String CENTRE = "centre";
    private static final String QUEUE = "queue";
    private static final String AGENT = "agent";

    private final Path file;
    private final List<Key> agents = new ArrayList<>();
    private final List<String> centres = new ArrayList<>();
    private final List<String> queues = new ArrayList<>();
    private String structure = "";

    /** An agent who moves to another centre is another agent to the router: his phone hangs on another PBX. */
    private record Key(String number, String centre) {
        static Key of(AgentPlan plan) {
            return new Key(plan.number(), plan.centre());
        }
    }

    private IdRegister(Path file) {
        this.file = file;
    }

    /**
     * Reads what an earlier life wrote; nothing on the first start.
     *
     * @throws IOException with a line for the operator, if the file cannot be read or is not what Baro wrote
     */
    public static IdRegister open(Path stateDir) throws IOException {
        IdRegister register = new IdRegister(stateDir.resolve(NAME));
        if (Files.exists(register.file)) {
            int number = 0;
            for (String line : Files.readAllLines(register.file, StandardCharsets.UTF_8)) {
                register.read(line, ++number);
            }
        }
        return register;
    }

    /** Whether the ids stand for the PBXs and queues that are configured now. */
    public boolean fits(Configuration configuration) {
        return structure.equals(QueueStructure.digest(configuration));
    }

    /** How many agents have an id. */
    public int agentCount() {
        return agents.size();
    }

    /** Names of the centres by PBX id; empty: an older Baro wrote none. */
    public List<String> centres() {
        return List.copyOf(centres);
    }

    /** Names of the queues by their places; empty: an older Baro wrote none. */
    public List<String> queues() {
        return List.copyOf(queues);
    }

    /** The configuration with each agent at the place of his id; those without one come after them. */
    public Configuration numbered(Configuration configuration) {
        Map<Key, Integer> ids = new HashMap<>();
        for (int id = 0; id < agents.size(); id++) {
            // Who left and came back has two: the later one counts.
            ids.put(agents.get(id), id);
        }
        List<AgentPlan> byId = new ArrayList<>();
        agents.forEach(key -> byId.add(AgentPlan.left(key.number(), key.centre())));
        for (AgentPlan agent : configuration.agents()) {
            Integer id = ids.get(Key.of(agent));
            if (id == null) {
                byId.add(agent);
            } else {
                byId.set(id, agent);
            }
        }
        return configuration.withAgents(byId);
    }

    /**
     * Writes down what the ids mean from now on, before the router hears of it.
     *
     * @param byId all who are or were
     */
    public void keep(Configuration configuration, List<AgentPlan> byId) throws IOException {
        structure = QueueStructure.digest(configuration);
        centres.clear();
        configuration.server().pbxs().forEach(pbx -> centres.add(pbx.name()));
        queues.clear();
        configuration.queues().queues().forEach(queue -> queues.add(queue.name()));
        agents.clear();
        byId.forEach(agent -> agents.add(Key.of(agent)));
        List<String> lines = new ArrayList<>(List.of(HEAD, STRUCTURE + "," + structure));
        centres.forEach(name -> lines.add(CENTRE + "," + name));
        queues.forEach(name -> lines.add(QUEUE + "," + name));
        agents.forEach(key -> lines.add(AGENT + "," + key.number() + "," + key.centre()));
        write(lines);
    }

    private void read(String line, int number) throws IOException {
        String[] parts = line.split(",", -1);
        if (parts.length == 2 && parts[0].equals(STRUCTURE)) {
            structure = parts[1];
        } else if (parts.length == 2 && parts[0].equals(CENTRE)) {
            centres.add(parts[1]);
        } else if (parts.length == 2 && parts[0].equals(QUEUE)) {
            queues.add(parts[1]);
        } else if (parts.length == 3 && parts[0].equals(AGENT)) {
            agents.add(new Key(parts[1], parts[2]));
        } else if (!line.startsWith("#")) {
            throw new IOException(
                    file + ":" + number + ": is no line that Baro wrote; restore the file together with the journal");
        }
    }

    /** Beside and moved into place, so that a crash leaves the old one or the new one. */
    private void write(List<String> lines) throws IOException {
        Path fresh = Files.createTempFile(
                file.getParent(),
                NAME,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, lines, StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
