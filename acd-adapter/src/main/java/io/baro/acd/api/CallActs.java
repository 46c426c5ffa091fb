package io.baro.acd.api;

import io.baro.acd.view.CallView;
import io.baro.acd.view.LiveFloor;
import io.baro.engine.message.CallMovedDecoder;
import io.baro.engine.message.CallMovedEncoder;
import io.baro.engine.message.CallRankedDecoder;
import io.baro.engine.message.CallRankedEncoder;
import io.baro.engine.message.CallWithdrawnDecoder;
import io.baro.engine.message.CallWithdrawnEncoder;
import io.baro.engine.port.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What may be done to a call that waits. Never decides: each is a command. Any thread. */
final class CallActs {
    private static final long MOST_BOOST = Duration.ofDays(1).toMillis();

    private final LiveFloor floor;
    private final OperatorCommands commands;

    CallActs(LiveFloor floor, OperatorCommands commands) {
        this.floor = floor;
        this.commands = commands;
    }

    List<Endpoint> endpoints(String base) {
        String call = base + "/calls/{call}";
        return List.of(
                Endpoint.put(call + "/rank", Right.ACT, this::rank),
                Endpoint.post(call + "/move", Right.ACT, this::move),
                Endpoint.delete(call, Right.ACT, this::withdraw));
    }

    private Reply rank(Asked asked) {
        long boost = Asked.number(asked.json(Set.of("boost_ms")), "boost_ms", 0, MOST_BOOST);
        long callId = idOf(asked);
        Actor actor = asked.actor();
        commands.send(
                CallRankedDecoder.TEMPLATE_ID,
                callId,
                (buffer, header) -> new CallRankedEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .callId(callId)
                        .boostMillis(boost)
                        .putActor(actor.bytes(), 0, Actor.BYTES)
                        .encodedLength());
        return shown(asked);
    }

    private Reply move(Asked asked) {
        String queue = Asked.text(asked.json(Set.of("queue")), "queue");
        long callId = idOf(asked);
        String centre =
                floor.call(asked.pathValue("call")).map(CallView::centre).orElse("");
        int queueId = QueueActs.idOf(floor.names(), centre, queue);
        Actor actor = asked.actor();
        commands.send(
                CallMovedDecoder.TEMPLATE_ID,
                callId,
                (buffer, header) -> new CallMovedEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .callId(callId)
                        .queueId(queueId)
                        .putActor(actor.bytes(), 0, Actor.BYTES)
                        .encodedLength());
        return shown(asked);
    }

    private Reply withdraw(Asked asked) {
        long callId = idOf(asked);
        Actor actor = asked.actor();
        commands.send(
                CallWithdrawnDecoder.TEMPLATE_ID,
                callId,
                (buffer, header) -> new CallWithdrawnEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .callId(callId)
                        .putActor(actor.bytes(), 0, Actor.BYTES)
                        .encodedLength());
        return shown(asked);
    }

    private long idOf(Asked asked) {
        return floor.callId(asked.pathValue("call")).orElseThrow(() -> Problem.notFound("there is no such live call"));
    }

    private Reply shown(Asked asked) {
        return Reply.json(floor.call(asked.pathValue("call")).orElseThrow(() -> Problem.notFound("the call is over")));
    }
}
