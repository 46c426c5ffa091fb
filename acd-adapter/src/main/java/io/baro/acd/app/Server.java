package io.baro.acd.app;

import io.baro.acd.ami.AmiTransport;
import io.baro.acd.api.Api;
import io.baro.acd.asterisk.PbxLink;
import io.baro.acd.care.CareCalls;
import io.baro.acd.care.CareCommands;
import io.baro.acd.care.CareFacts;
import io.baro.acd.config.CalendarCommands;
import io.baro.acd.config.ConfigCommands;
import io.baro.acd.config.Configuration;
import io.baro.acd.config.PbxPlan;
import io.baro.acd.config.ServerPlan;
import io.baro.acd.customer.CallerKeys;
import io.baro.acd.customer.CustomerDirectory;
import io.baro.acd.customer.KeyFile;
import io.baro.acd.customer.NumberSeal;
import io.baro.acd.metrics.CentreNames;
import io.baro.acd.metrics.JournalMeters;
import io.baro.acd.metrics.LinkMeters;
import io.baro.acd.metrics.MetricsPage;
import io.baro.acd.metrics.RecordMeters;
import io.baro.acd.metrics.RoutingMeters;
import io.baro.acd.metrics.RoutingMetrics;
import io.baro.acd.records.RecordKeeper;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.journal.FileJournal;
import io.baro.engine.message.AgentState;
import io.baro.engine.port.DecisionListener;
import io.baro.engine.port.Ingress;
import io.baro.engine.runtime.single.RuntimeSettings;
import io.baro.engine.runtime.single.SingleNodeRuntime;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One running Baro: the only place where the long-lived parts are made and joined. Never decides. Made and closed on the main
 * thread.
 *
 * <pre>
 * PBX ──► PbxLink ──► SingleNodeRuntime ──► DecisionFanOut ──► PbxLink ──► PBX
 *                          │                       └──► LiveFloor, RoutingMetrics ──► Api, MetricsPage ──► ApiServer
 *                          └──► FileJournal ──► RecordKeeper ──► database
 * </pre>
 */
final class Server implements AutoCloseable {
    private static final long CLOSE_SECONDS = 5;
    private static final long DRAIN_LOOK_MILLIS = 10;
    /** Of the wall: seconds of the demonstration's day. */
    private static final long FAST_TICK_NANOS = 5_000_000;

    private final Configuration configuration;
    private final MetricsPage page = new MetricsPage();
    private final RoutingMetrics metrics;
    private final DecisionFanOut decisions;
    private final SingleNodeRuntime runtime;
    private final EventLoopGroup loops = AmiTransport.newGroup(1, new DefaultThreadFactory("baro-link", true));
    private final List<PbxLink> links = new ArrayList<>();
    private final ServerHealth health;
    private final OperatorDesk desk;
    private final Reloads reloads;
    private final CalendarClock calendar;
    private final Optional<RecordKeeper> records;

    /** What a server needs beside its configuration. */
    record Surroundings(
            KeyFile.Secrets secrets,
            CustomerDirectory customers,
            Clocks clocks,
            List<DecisionListener> watchers,
            Consumer<Throwable> onBug) {}

    /**
     * Starts everything but the links.
     *
     * @param kept is closed with this, or when this cannot be made
     * @throws IOException when the HTTP address is taken
     */
    Server(KeptState kept, Surroundings around) throws IOException {
        configuration = kept.configuration();
        ServerPlan plan = configuration.server();
        CentreNames names = LinkWiring.names(configuration);
        LongSupplier epochMillis = around.clocks().epochMillis();
        metrics = new RoutingMetrics(names, plan.answerWithin().toMillis(), plan.callLimit());
        CareFacts careFacts = new CareFacts();
        CareCalls careCalls = new CareCalls(careFacts, kept.router().center().reservations());
        health = new ServerHealth(names.centres(), links, metrics, page);
        desk = new OperatorDesk(kept, around, health);
        decisions = new DecisionFanOut(watchers(around, careFacts));
        kept.router().tell((time, buffer, offset, length) -> metrics.onDecision(-1, time, 0, buffer, offset, length));
        long lastMillis = kept.router().timeMillis();
        HeldClock clock = new HeldClock(around.clocks(), lastMillis);
        if (!kept.isRecovered()) {
            clock.release();
        }
        runtime = new SingleNodeRuntime(
                runtimeSettings(plan, around.clocks()),
                kept.router(),
                kept.journal(),
                kept.snapshots().orElse(null),
                clock,
                decisions,
                around.onBug());
        registerMeters(names, kept);
        records = RecordWiring.keeper(kept, epochMillis);
        records.ifPresent(keeper -> RecordMeters.register(page, keeper.figures()));
        connect(around);
        ConfigCommands commands = new ConfigCommands(runtime);
        reloads = new Reloads(
                kept, commands, links, around, metrics, page, records, careCalls, new CareCommands(runtime), desk);
        if (kept.isRecovered()) {
            commands.sendAgain(configuration, kept.known());
            if (!around.customers().isLinkedBy(LinkWiring.customers(configuration))) {
                reloads.readCustomers();
            }
        } else {
            commands.sendAll(configuration);
        }
        clock.release();
        if (kept.isRecovered() && !isToday(lastMillis, epochMillis.getAsLong())) {
            new CalendarCommands(runtime).dayBegan();
        }
        FloorCalendar announcements = new FloorCalendar(new CalendarCommands(runtime), desk.floor());
        calendar = new CalendarClock(LinkWiring.calendar(configuration, announcements), epochMillis, clock::look);
        open();
    }

    /** Last, so that everything is there for who asks; what was made before ends with it when the address is taken. */
    private void open() throws IOException {
        try {
            desk.open(runtime, reloads);
        } catch (IOException taken) {
            close();
            throw taken;
        }
    }

    /** Lets the links connect and the rules be watched. */
    void start() {
        links.forEach(PbxLink::start);
        reloads.start();
        desk.start();
        calendar.start();
        records.ifPresent(RecordKeeper::start);
    }

    boolean isReady() {
        return health.isReady();
    }

    RoutingMetrics metrics() {
        return metrics;
    }

    Optional<RecordKeeper> records() {
        return records;
    }

    List<PbxLink> links() {
        return links;
    }

    Ingress ingress() {
        return runtime;
    }

    Api api() {
        return desk.api();
    }

    /** For who opens a browser. */
    String consoleAddress() {
        return desk.consoleAddress();
    }

    /** Where the pages are. */
    InetSocketAddress httpAddress() {
        return desk.address();
    }

    /**
     * Stops offers and waits until no phone rings any more. Callers go on to wait; who is talking talks.
     *
     * @return false: a phone still rang after that time
     */
    boolean drain(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        new ConfigCommands(runtime).sendOffers(false);
        boolean stopped = false;
        while (System.nanoTime() < deadline) {
            stopped |= runtime.depth() == 0;
            if (stopped
                    && metrics.agents().total(AgentState.RESERVED)
                                    + metrics.agents().total(AgentState.RINGING)
                            == 0) {
                return true;
            }
            Thread.sleep(DRAIN_LOOK_MILLIS);
        }
        return false;
    }

    /** Lets go of the PBXs first, so that nothing is decided that cannot be done. */
    @Override
    public void close() {
        reloads.close();
        calendar.close();
        CompletableFuture<?>[] closing = links.stream().map(PbxLink::close).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(closing)
                .completeOnTimeout(null, CLOSE_SECONDS, TimeUnit.SECONDS)
                .join();
        runtime.close();
        records.ifPresent(RecordKeeper::close);
        loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
        desk.close();
        page.close();
    }

    /** Figures are counted first. */
    private List<DecisionListener> watchers(Surroundings around, CareFacts careFacts) {
        List<DecisionListener> watchers = new ArrayList<>(around.watchers());
        watchers.addFirst(metrics);
        watchers.add(careFacts);
        watchers.add(desk.floor().tap());
        return watchers;
    }

    private void registerMeters(CentreNames names, KeptState kept) {
        RoutingMeters meters = new RoutingMeters(names, metrics, page);
        meters.register(runtime::depth, runtime::forgone);
        meters.registerRules(configuration.rules().names());
        if (kept.journal() instanceof FileJournal journal) {
            JournalMeters.register(page, journal);
        }
    }

    private void connect(Surroundings around) {
        CallerKeys keys = around.secrets().callerKeys();
        NumberSeal seal = around.secrets().numberSeal();
        List<PbxPlan> plans = configuration.server().pbxs();
        LinkMeters meters = new LinkMeters(page);
        for (int pbxId = 0; pbxId < plans.size(); pbxId++) {
            PbxLink link = new PbxLink(
                    LinkWiring.settings(configuration, pbxId),
                    LinkWiring.directory(configuration, pbxId),
                    keys,
                    around.customers(),
                    seal,
                    LinkWiring.callbackTerms(configuration),
                    runtime,
                    around.clocks().epochMillis(),
                    loops.next());
            links.add(link);
            meters.register(plans.get(pbxId).name(), link);
        }
        decisions.connect(links);
    }

    private static RuntimeSettings runtimeSettings(ServerPlan plan, Clocks clocks) {
        RuntimeSettings settings = RuntimeSettings.with(plan.routingThread());
        return clocks.isFast() ? settings.ticking(FAST_TICK_NANOS) : settings;
    }

    private boolean isToday(long thenMillis, long nowMillis) {
        ZoneId zone = configuration.server().zone();
        return Instant.ofEpochMilli(thenMillis)
                .atZone(zone)
                .toLocalDate()
                .equals(Instant.ofEpochMilli(nowMillis).atZone(zone).toLocalDate());
    }

    static Limits limits(Configuration configuration) {
        Limits standard = Limits.standard();
        ServerPlan plan = configuration.server();
        int queues = plan.pbxs().size() * configuration.queues().queues().size();
        return new Limits(
                plan.callLimit(),
                Math.max(standard.agents(), configuration.agents().size()),
                Math.max(standard.queues(), queues),
                Math.max(standard.pbxs(), plan.pbxs().size()),
                standard.callers(),
                standard.reservations());
    }
}
