package io.baro.acd.app;

import io.baro.acd.api.Api;
import io.baro.acd.api.ApiServer;
import io.baro.acd.api.NewReservations;
import io.baro.acd.api.OperatorCommands;
import io.baro.acd.api.Tokens;
import io.baro.acd.config.Configuration;
import io.baro.acd.config.Problems;
import io.baro.acd.config.ServerPlan;
import io.baro.acd.config.TokenFile;
import io.baro.acd.view.FloorNames;
import io.baro.acd.view.LiveFloor;
import io.baro.engine.runtime.single.SingleNodeRuntime;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * All that people see and do while Baro runs: the floor, and the HTTP server that shows it. Wires; never decides. Made and closed on the main thread.
 */
final class OperatorDesk implements AutoCloseable {
    private final Configuration configuration;
    private final Server.Surroundings around;
    private final ServerHealth health;
    private final LiveFloor floor;
    private final Tokens tokens = new Tokens(List.of());
    private Api api;
    private ApiServer http;

    /** Knows at once what a recovered router tells. */
    OperatorDesk(KeptState kept, Server.Surroundings around, ServerHealth health) {
        configuration = kept.configuration();
        this.around = around;
        this.health = health;
        ServerPlan plan = configuration.server();
        floor = new LiveFloor(new LiveFloor.Parts(
                FloorNames.of(configuration),
                around.secrets().callTokens(),
                plan.answerWithin().toMillis(),
                health,
                kept.router()::tell,
                around.clocks().epochMillis()));
    }

    LiveFloor floor() {
        return floor;
    }

    /**
     * Listens.
     *
     * @throws IOException when the address is taken or not ours
     */
    void open(SingleNodeRuntime runtime, Reloads reloads) throws IOException {
        reloadTokens(new Problems());
        LongSupplier epochMillis = around.clocks().epochMillis();
        OperatorCommands commands = new OperatorCommands(runtime, floor);
        api = new Api(new Api.Parts(
                floor,
                commands,
                reloads.ruleDesk(),
                reloads::changeSkills,
                new NewReservations(
                        around.secrets(),
                        LinkWiring.dialable(configuration),
                        configuration.queues().callbacks().keep(),
                        epochMillis),
                health));
        ServerPlan plan = configuration.server();
        Optional<ApiServer.Certificate> certificate =
                plan.httpCertificate().map(it -> new ApiServer.Certificate(it.chain(), it.key()));
        http = ApiServer.start(
                new ApiServer.Place(plan.httpHost(), plan.httpPort(), certificate),
                api.endpoints(),
                tokens,
                plan.stateDir(),
                () -> Instant.ofEpochMilli(epochMillis.getAsLong()));
    }

    void start() {
        floor.start();
        api.start();
    }

    /** A file that is gone is no reason to open the door: the tokens of before stay. */
    boolean reloadTokens(Problems problems) {
        if (!Files.exists(configuration.dir().resolve(TokenFile.NAME))) {
            return false;
        }
        var read = TokenFile.load(configuration.dir(), problems);
        if (!problems.hasErrors()) {
            tokens.replace(read);
        }
        return !problems.hasErrors();
    }

    Api api() {
        return api;
    }

    String consoleAddress() {
        ServerPlan plan = configuration.server();
        String scheme = plan.httpCertificate().isPresent() ? "https" : "http";
        return scheme + "://" + plan.httpHost() + ":" + http.address().getPort() + "/console/";
    }

    InetSocketAddress address() {
        return http.address();
    }

    @Override
    public void close() {
        if (http != null) {
            api.close();
            http.close();
        }
        floor.close();
    }
}
