package io.baro.bench.core;

import io.baro.acd.config.ConfigCommands;
import io.baro.acd.config.Configuration;
import io.baro.acd.config.Problems;
import io.baro.bench.ProjectFolder;
import io.baro.engine.port.DecisionSink;
import io.baro.engine.port.Ingress;
import io.baro.engine.rehearsal.FloorPlan;
import io.baro.engine.routing.Router;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The configuration of {@code config/nhis} as commands. Needs no secret, since nobody is called. Immutable. */
record ModelCentre(Configuration configuration) {

    /** Reads the directory. */
    static ModelCentre load() {
        Map<String, String> noSecrets = new HashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            public String getOrDefault(Object name, String fallback) {
                return "unused";
            }
        };
        Problems problems = new Problems();
        Path directory = ProjectFolder.find().resolve("config/nhis");
        return new ModelCentre(Configuration.load(directory, noSecrets, problems)
                .orElseThrow(() -> new IllegalStateException(String.join("\n", problems.errorLines()))));
    }

    /** Tells a router the three headline rules alone. */
    void tellRules(Router router, long nowMillis, DecisionSink sink) {
        new ConfigCommands((buffer, offset, length, ingressNanos) -> {
                    router.apply(nowMillis, buffer, offset, sink);
                    return Ingress.Offer.ACCEPTED;
                })
                .sendRules(configuration.rules());
    }

    /** Everything that a router is told at its start. */
    List<DirectBuffer> commands() {
        List<DirectBuffer> commands = new ArrayList<>();
        new ConfigCommands((buffer, offset, length, ingressNanos) -> {
                    byte[] bytes = new byte[length];
                    buffer.getBytes(offset, bytes);
                    commands.add(new UnsafeBuffer(bytes));
                    return Ingress.Offer.ACCEPTED;
                })
                .sendAll(configuration);
        return commands;
    }

    FloorPlan floor() {
        return FloorPlan.of(commands());
    }

    int entryKind() {
        return configuration.queues().indexOf(configuration.queues().defaultEntry());
    }
}
