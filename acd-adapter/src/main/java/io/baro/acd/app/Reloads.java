package io.baro.acd.app;

import io.baro.acd.api.Problem;
import io.baro.acd.api.RuleDesk;
import io.baro.acd.asterisk.PbxLink;
import io.baro.acd.care.CareCall;
import io.baro.acd.care.CareCalls;
import io.baro.acd.care.CareCommands;
import io.baro.acd.care.CareFile;
import io.baro.acd.config.AgentPlan;
import io.baro.acd.config.AgentRoster;
import io.baro.acd.config.ConfigCommands;
import io.baro.acd.config.Configuration;
import io.baro.acd.config.FileWatch;
import io.baro.acd.config.IdRegister;
import io.baro.acd.config.Problems;
import io.baro.acd.config.RulePlan;
import io.baro.acd.config.RulesWatch;
import io.baro.acd.config.TokenFile;
import io.baro.acd.config.WatchedFile;
import io.baro.acd.customer.CustomerFile;
import io.baro.acd.metrics.MetricsPage;
import io.baro.acd.metrics.RoutingMetrics;
import io.baro.acd.records.RecordKeeper;
import io.baro.acd.records.RecordNames;
import io.baro.acd.view.FloorNames;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What of a configuration changes while Baro runs: rules, agents, customers, care calls. Wires each file to who takes it; never decides whether it
 * is right. The files are read on the watch's thread.
 */
final class Reloads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reloads.class);

    private final Configuration configuration;
    private final Optional<IdRegister> ids;
    private final Server.Surroundings around;
    private final List<PbxLink> links;
    private final RoutingMetrics metrics;
    private final AgentRoster roster;
    private final FileWatch watch;
    private final Optional<RecordKeeper> records;
    private final CareCalls careCalls;
    private final CareCommands careCommands;
    private final OperatorDesk desk;
    private final RuleDesk ruleDesk;
    private RecordNames recordNames;
    private FloorNames floorNames;

    Reloads(
            KeptState kept,
            ConfigCommands commands,
            List<PbxLink> links,
            Server.Surroundings around,
            RoutingMetrics metrics,
            MetricsPage page,
            Optional<RecordKeeper> records,
            CareCalls careCalls,
            CareCommands careCommands,
            OperatorDesk desk) {
        this.records = records;
        this.careCalls = careCalls;
        this.careCommands = careCommands;
        this.desk = desk;
        recordNames = RecordNames.of(kept.configuration());
        floorNames = FloorNames.of(kept.configuration());
        this.metrics = metrics;
        configuration = kept.configuration();
        ids = kept.ids();
        this.around = around;
        this.links = links;
        roster = new AgentRoster(configuration, commands, this::agentsChanged);
        RulesWatch rules = new RulesWatch(
                configuration.dir(), configuration.names(), configuration.rules(), commands, this::rulesTaken);
        Path dir = configuration.dir();
        WatchedFile rulesFile = new WatchedFile(dir.resolve("rules.yaml"), rules::reload);
        WatchedFile agentsFile = new WatchedFile(dir.resolve("agents.csv"), this::reloadAgents);
        WatchedFile careFile = new WatchedFile(dir.resolve(CareFile.NAME), this::reloadCareCalls);
        WatchedFile customersFile = new WatchedFile(dir.resolve(LoadedConfiguration.CUSTOMERS), this::reloadCustomers);
        count(page, "rules", rulesFile);
        count(page, "agents", agentsFile);
        count(page, "customers", customersFile);
        count(page, "care_calls", careFile);
        WatchedFile tokensFile = new WatchedFile(dir.resolve(TokenFile.NAME), desk::reloadTokens);
        count(page, "tokens", tokensFile);
        watch = new FileWatch(List.of(rulesFile, agentsFile, customersFile, careFile, tokensFile), this::tendCareCalls);
        ruleDesk = new RuleFileDesk(configuration, rules, watch, new RuleRehearsal(configuration));
        readCareCalls();
    }

    void start() {
        watch.start();
    }

    RuleDesk ruleDesk() {
        return ruleDesk;
    }

    /** As {@link io.baro.acd.api.SkillDesk} wants it; the roster is the watch's. */
    void changeSkills(String agent, Map<String, Integer> skills, String actor) {
        String refusal = watch.call(() -> {
            try {
                roster.changeSkills(agent, skills);
                LOG.info("skills of agent {} changed by {}, until agents.csv changes", agent, actor);
                return "";
            } catch (IllegalArgumentException unknown) {
                return unknown.getMessage();
            }
        });
        if (!refusal.isEmpty()) {
            throw Problem.of(Problem.UNPROCESSABLE, "Unknown name", refusal);
        }
    }

    private static void count(MetricsPage page, String what, WatchedFile file) {
        String name = "baro." + what + ".reloads";
        page.counter(name, "Changes of " + what, Tags.of("outcome", "taken"), file, WatchedFile::taken)
                .counter(name, "Changes of " + what, Tags.of("outcome", "refused"), file, WatchedFile::refused);
    }

    /** Reads the customers with the ids that agents have for life, if those they were read with turned out to be others. */
    void readCustomers() {
        Problems problems = new Problems();
        if (!reloadCustomers(problems)) {
            problems.errorLines().forEach(line -> LOG.error("not taken: {}", line));
        }
    }

    /** As it stands now: the same that was right a moment ago, when the configuration was loaded. */
    private void readCareCalls() {
        Problems problems = new Problems();
        if (!reloadCareCalls(problems)) {
            problems.errorLines().forEach(line -> LOG.error("not taken: {}", line));
        }
    }

    private boolean reloadCareCalls(Problems problems) {
        CareFile.Reading reading = LinkWiring.careReading(
                configuration, around.secrets(), around.clocks().epochMillis().getAsLong());
        Optional<List<CareCall>> read = CareFile.load(reading, problems);
        read.ifPresent(careCalls::replace);
        return read.isPresent();
    }

    private void tendCareCalls() {
        careCalls.tend(careCommands, around.clocks().epochMillis().getAsLong());
    }

    /** Who has come or gone decides who is whose own agent: the customers are read with it. */
    private boolean reloadAgents(Problems problems) {
        boolean changed = roster.reload(problems);
        Problems ofCustomers = new Problems();
        if (changed && !reloadCustomers(ofCustomers)) {
            ofCustomers.errorLines().forEach(line -> LOG.error("not changed: {}", line));
        }
        return changed;
    }

    private boolean reloadCustomers(Problems problems) {
        CustomerFile.Reading reading = new CustomerFile.Reading(
                around.secrets().callerKeys(),
                LinkWiring.customers(configuration, roster.idsOfNumbers()),
                around.clocks().epochMillis().getAsLong());
        Path file = configuration.dir().resolve(LoadedConfiguration.CUSTOMERS);
        return CustomerFile.load(file, reading, around.customers(), problems);
    }

    private void rulesTaken(RulePlan rules) {
        floorNames = floorNames.withRules(rules);
        desk.floor().rename(floorNames);
        recordNames = recordNames.withRules(rules);
        records.ifPresent(keeper -> keeper.rename(recordNames));
    }

    private void agentsChanged(List<AgentPlan> byId) {
        try {
            if (ids.isPresent()) {
                ids.get().keep(configuration, byId);
            }
        } catch (IOException e) {
            LOG.error("the ids of new agents are not kept, after a restart they may be others': {}", e.getMessage());
        }
        metrics.know(byId.stream()
                .map(agent -> configuration.pbxIdOf(agent.centre()))
                .toList());
        floorNames = floorNames.withAgents(byId);
        desk.floor().rename(floorNames);
        recordNames = recordNames.withAgents(configuration, byId);
        records.ifPresent(keeper -> keeper.rename(recordNames));
        for (int pbxId = 0; pbxId < links.size(); pbxId++) {
            links.get(pbxId).replaceAgents(LinkWiring.agents(configuration, byId, pbxId));
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
