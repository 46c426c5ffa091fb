package io.baro.acd.app;

import io.baro.acd.asterisk.PbxDirectory;
import io.baro.acd.care.CareCall;
import io.baro.acd.care.CareFile;
import io.baro.acd.config.AgentPlan;
import io.baro.acd.config.Configuration;
import io.baro.acd.config.PbxPlan;
import io.baro.acd.config.Problems;
import io.baro.acd.config.QueuePlan;
import io.baro.acd.config.TokenFile;
import io.baro.acd.customer.CallerKeys;
import io.baro.acd.customer.CustomerDirectory;
import io.baro.acd.customer.CustomerFile;
import io.baro.acd.customer.CustomerLinks;
import io.baro.acd.customer.KeyFile;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole configuration directory, customers included, ready to start from. Made only when nothing in it is wrong. Immutable but
 * for the directory's reloads.
 *
 * @param careCalls how many lines the list of care calls has
 */
record LoadedConfiguration(
        Configuration configuration, CustomerDirectory customers, KeyFile.Secrets secrets, int careCalls) {
    static final String CUSTOMERS = "customers.csv";

    /** Where the installation's key comes from. */
    enum Key {
        /** Nothing is started: a key for the moment will do. */
        PASSING,
        /** The one in state_dir, made on the first start, or that of the environment. */
        KEPT
    }

    /** Loads everything; prints each problem on a line of its own and gives nothing if there is an error. */
    static Optional<LoadedConfiguration> load(Path dir, Key key, Map<String, String> environment, PrintWriter err) {
        Problems problems = new Problems();
        Optional<LoadedConfiguration> loaded = load(dir, key, environment, problems);
        problems.warningLines().forEach(line -> err.println("warning: " + line));
        problems.errorLines().forEach(err::println);
        return loaded.filter(whole -> !problems.hasErrors());
    }

    /** As {@link #load(Path, Key, Map, PrintWriter)}, saying nothing: what was loaded is not to be used if there is an error. */
    static Optional<LoadedConfiguration> load(Path dir, Key key, Map<String, String> environment, Problems problems) {
        if (!Files.isDirectory(dir)) {
            problems.error(dir.toString(), 0, "is no directory", "name the configuration directory by --config");
            return Optional.empty();
        }
        Optional<Configuration> configuration = Configuration.load(dir, environment, problems);
        configuration.ifPresent(whole -> checkAddresses(whole, problems));
        configuration.ifPresent(whole -> checkRings(whole, problems));
        var ignored = TokenFile.load(dir, problems);
        Optional<KeyFile.Secrets> secrets = key == Key.PASSING || configuration.isEmpty()
                ? Optional.of(KeyFile.Secrets.passing())
                : KeyFile.open(
                        configuration.get().server().stateDir(),
                        Optional.ofNullable(environment.get(KeyFile.VARIABLE)),
                        problems);
        if (secrets.isEmpty()) {
            return Optional.empty();
        }
        CustomerDirectory customers = new CustomerDirectory(
                configuration.map(whole -> whole.server().zone()).orElse(ZoneId.systemDefault()));
        CallerKeys keys = secrets.get().callerKeys();
        Optional<List<CareCall>> careCalls = Optional.empty();
        if (configuration.isPresent()) {
            CustomerLinks links = LinkWiring.customers(
                    key == Key.PASSING ? configuration.get() : KeptState.numberedBefore(configuration.get()));
            long now = System.currentTimeMillis();
            CustomerFile.Reading reading = new CustomerFile.Reading(keys, links, now);
            CustomerFile.load(dir.resolve(CUSTOMERS), reading, customers, problems);
            careCalls = CareFile.load(LinkWiring.careReading(configuration.get(), secrets.get(), now), problems);
        }
        int calls = careCalls.map(List::size).orElse(0);
        return configuration.map(whole -> new LoadedConfiguration(whole, customers, secrets.get(), calls));
    }

    // The phones of one centre that ring together stand in one extension.
    private static void checkRings(Configuration configuration, Problems problems) {
        for (QueuePlan.Queue queue : configuration.queues().queues()) {
            for (PbxPlan pbx : configuration.server().pbxs()) {
                int most = queue.ringAtOnce();
                int bytes = configuration.agents().stream()
                        .filter(agent -> agent.centre().equals(pbx.name()))
                        .map(agent -> agent.endpoint().length() + 1)
                        .sorted(Comparator.reverseOrder())
                        .limit(most)
                        .mapToInt(Integer::intValue)
                        .sum();
                // One more for the mark after the last, which is not written.
                if (most > 1 && bytes > PbxDirectory.MAX_ADDRESS_BYTES + 1) {
                    problems.error(
                            "queues.yaml",
                            queue.line(),
                            "the " + most + " longest endpoints of centre " + pbx.name()
                                    + " are too long together to ring at once",
                            "ring fewer, or shorten them: " + PbxDirectory.MAX_ADDRESS_BYTES
                                    + " characters, with a mark between each two");
                }
            }
        }
    }

    // With one PBX nobody is dialled from another.
    private static void checkAddresses(Configuration configuration, Problems problems) {
        for (AgentPlan agent : configuration.agents()) {
            if (configuration.server().pbxs().size() > 1 && !LinkWiring.canBeLent(agent)) {
                problems.error(
                        "agents.csv",
                        agent.line(),
                        "endpoint " + agent.endpoint() + " and centre " + agent.centre()
                                + " are too long together for other centres to dial",
                        "shorten one: " + (PbxDirectory.MAX_ADDRESS_BYTES - 1) + " characters together");
            }
        }
    }
}
