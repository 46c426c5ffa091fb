package io.baro.acd.api;

import io.baro.acd.view.FloorNames;
import io.baro.acd.view.LiveFloor;
import io.baro.engine.message.QueueClosedDecoder;
import io.baro.engine.message.QueueClosedEncoder;
import io.baro.engine.message.QueueOpenedDecoder;
import io.baro.engine.message.QueueOpenedEncoder;
import io.baro.engine.port.Actor;
import java.util.List;

/** What may be done to a queue: open it, close it. Its hours do so again at their next turn. Never decides. Any thread. */
final class QueueActs {
    /** As a queue without hours: what its hours say next comes all the same. */
    private static final long NOT_TOLD = Long.MAX_VALUE;

    private final LiveFloor floor;
    private final OperatorCommands commands;

    QueueActs(LiveFloor floor, OperatorCommands commands) {
        this.floor = floor;
        this.commands = commands;
    }

    List<Endpoint> endpoints(String base) {
        String queue = base + "/centres/{centre}/queues/{queue}";
        return List.of(
                Endpoint.post(queue + "/open", Right.ACT, this::open),
                Endpoint.post(queue + "/close", Right.ACT, this::close));
    }

    private Reply open(Asked asked) {
        int queueId = idOf(asked);
        commands.send(QueueOpenedDecoder.TEMPLATE_ID, queueId, (buffer, header) -> {
            QueueOpenedEncoder message = new QueueOpenedEncoder().wrapAndApplyHeader(buffer, 0, header);
            return message.queueId(queueId)
                    .closesAtMillis(NOT_TOLD)
                    .putActor(asked.actor().bytes(), 0, Actor.BYTES)
                    .encodedLength();
        });
        return shown(queueId, true);
    }

    private Reply close(Asked asked) {
        int queueId = idOf(asked);
        commands.send(QueueClosedDecoder.TEMPLATE_ID, queueId, (buffer, header) -> {
            QueueClosedEncoder message = new QueueClosedEncoder().wrapAndApplyHeader(buffer, 0, header);
            return message.queueId(queueId)
                    .putActor(asked.actor().bytes(), 0, Actor.BYTES)
                    .encodedLength();
        });
        return shown(queueId, false);
    }

    private Reply shown(int queueId, boolean open) {
        floor.queueOpen(queueId, open);
        return Reply.json(floor.queue(queueId).orElseThrow());
    }

    private int idOf(Asked asked) {
        return idOf(floor.names(), asked.pathValue("centre"), asked.pathValue("queue"));
    }

    /** The router's number of that queue of that centre. */
    static int idOf(FloorNames names, String centre, String queue) {
        int pbxId = names.centres().indexOf(centre);
        int kind = names.queues().indexOf(queue);
        if (pbxId < 0 || kind < 0) {
            throw Problem.notFound(pbxId < 0 ? "there is no such centre" : "there is no such queue");
        }
        return pbxId * names.queues().size() + kind;
    }
}
