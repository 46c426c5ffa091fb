package io.baro.acd.app;

import io.baro.acd.config.AgentPlan;
import io.baro.acd.config.Configuration;
import io.baro.acd.config.PbxPlan;
import io.baro.acd.config.QueuePlan;
import io.baro.acd.config.Secret;
import io.baro.acd.config.ServerPlan;
import io.baro.acd.pbx.EmbeddedPbx;
import io.baro.acd.pbx.PbxLoop;
import io.baro.acd.pbx.PbxSettings;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Opens an embedded PBX for each centre of a configuration and points the configuration at them. Never drives a call. Runs on: main
 * thread.
 */
final class DemoPbxs {
    /** Digits of the menu lead to the queues after the first, in their order. */
    private static final int MENU_DIGITS = 9;

    private static final int SECRET_BYTES = 16;
    /** A turn of 5 s would be an event every 9 ms for each who waits: a minute shows that he is there as well. */
    private static final int TURN_SECONDS = 60;

    private static final int MAX_WAIT_SECONDS = 1_800;
    /** Sockets and threads are as slow as ever while a day passes in a minute: what waits for them gets this much of the wall's time. */
    private static final Duration WALL_GRACE = Duration.ofSeconds(2);

    private final PbxLoop loop;
    private final Configuration configuration;
    private final List<EmbeddedPbx> pbxs = new ArrayList<>();

    private DemoPbxs(PbxLoop loop, Configuration configuration) {
        this.loop = loop;
        this.configuration = configuration;
    }

    /** Opens them on loopback, on any free ports. */
    static DemoPbxs open(PbxLoop loop, Configuration wanted, int speed, int httpPort) {
        String secret = secret();
        List<EmbeddedPbx> opened = new ArrayList<>();
        List<PbxPlan> plans = new ArrayList<>();
        for (PbxPlan plan : wanted.server().pbxs()) {
            EmbeddedPbx pbx = loop.open(settings(wanted, plan, secret));
            opened.add(pbx);
            plans.add(new PbxPlan(
                    plan.name(),
                    "127.0.0.1",
                    pbx.port(),
                    plan.systemName(),
                    new PbxPlan.Login("acd-ev", new Secret(secret)),
                    new PbxPlan.Login("acd-act", new Secret(secret)),
                    plan.tlsCa()));
        }
        DemoPbxs pbxs = new DemoPbxs(
                loop,
                new Configuration(
                        wanted.dir(),
                        server(wanted.server(), plans, speed, httpPort),
                        wanted.queues(),
                        wanted.rules(),
                        wanted.agents()));
        pbxs.pbxs.addAll(opened);
        return pbxs;
    }

    PbxLoop loop() {
        return loop;
    }

    /** The configuration, at these PBXs' addresses. */
    Configuration configuration() {
        return configuration;
    }

    List<EmbeddedPbx> pbxs() {
        return pbxs;
    }

    private static PbxSettings settings(Configuration configuration, PbxPlan plan, String secret) {
        List<String> endpoints = configuration.agents().stream()
                .filter(agent -> agent.centre().equals(plan.name()))
                .map(AgentPlan::endpoint)
                .toList();
        List<QueuePlan.Queue> queues = configuration.queues().queues();
        Map<Character, String> menu = new HashMap<>();
        for (int digit = 1; digit <= MENU_DIGITS && digit < queues.size(); digit++) {
            menu.put((char) ('0' + digit), queues.get(digit).name());
        }
        return PbxSettings.of(plan.name(), plan.systemName(), secret, secret, endpoints)
                .withMenu(menu, configuration.queues().defaultEntry())
                .withWaits(TURN_SECONDS, MAX_WAIT_SECONDS);
    }

    private static ServerPlan server(ServerPlan plan, List<PbxPlan> pbxs, int speed, int httpPort) {
        return new ServerPlan(
                plan.httpHost(),
                httpPort,
                plan.httpLine(),
                plan.httpCertificate(),
                plan.stateDir(),
                ServerPlan.JournalKind.MEMORY,
                plan.journalKeep(),
                ServerPlan.Records.none(),
                plan.routingThread(),
                plan.zone(),
                plan.ring(),
                WALL_GRACE.multipliedBy(speed),
                plan.wrapUp(),
                plan.busyPause(),
                plan.policies(),
                plan.answerWithin(),
                plan.callLimit(),
                pbxs);
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
