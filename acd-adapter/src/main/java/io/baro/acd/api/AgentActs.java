package io.baro.acd.api;

import io.baro.acd.view.LiveFloor;
import io.baro.engine.message.AgentLoggedInDecoder;
import io.baro.engine.message.AgentLoggedInEncoder;
import io.baro.engine.message.AgentLoggedOutDecoder;
import io.baro.engine.message.AgentLoggedOutEncoder;
import io.baro.engine.message.AgentPausedDecoder;
import io.baro.engine.message.AgentPausedEncoder;
import io.baro.engine.message.AgentReadiedDecoder;
import io.baro.engine.message.AgentReadiedEncoder;
import io.baro.engine.message.AgentWrapUpExtendedDecoder;
import io.baro.engine.message.AgentWrapUpExtendedEncoder;
import io.baro.engine.message.MessageHeaderEncoder;
import io.baro.engine.port.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.agrona.MutableDirectBuffer;
import tools.jackson.databind.JsonNode;

/** What may be done to an agent. Never decides: each is a command. Any thread. */
final class AgentActs {
    private static final int MOST_REASON = 99;
    private static final long LEAST_EXTENSION = Duration.ofSeconds(1).toMillis();
    private static final long MOST_EXTENSION = Duration.ofHours(1).toMillis();
    private static final int LEAST_LEVEL = 1;
    private static final int MOST_LEVEL = 10;

    private final LiveFloor floor;
    private final OperatorCommands commands;
    private final SkillDesk skills;

    AgentActs(LiveFloor floor, OperatorCommands commands, SkillDesk skills) {
        this.floor = floor;
        this.commands = commands;
        this.skills = skills;
    }

    List<Endpoint> endpoints(String base) {
        String agent = base + "/agents/{agent}";
        return List.of(
                Endpoint.post(agent + "/login", Right.OWN, this::logIn),
                Endpoint.post(agent + "/logout", Right.OWN, this::logOut),
                Endpoint.post(agent + "/pause", Right.OWN, this::pause),
                Endpoint.post(agent + "/ready", Right.OWN, this::ready),
                Endpoint.post(agent + "/wrap-up", Right.OWN, this::extendWrapUp),
                Endpoint.put(agent + "/skills", Right.ACT, this::changeSkills));
    }

    private Reply logIn(Asked asked) {
        return act(asked, AgentLoggedInDecoder.TEMPLATE_ID, (agentId, actor, buffer, header) -> {
            AgentLoggedInEncoder message = new AgentLoggedInEncoder().wrapAndApplyHeader(buffer, 0, header);
            return message.agentId(agentId)
                    .putActor(actor.bytes(), 0, Actor.BYTES)
                    .encodedLength();
        });
    }

    private Reply logOut(Asked asked) {
        return act(asked, AgentLoggedOutDecoder.TEMPLATE_ID, (agentId, actor, buffer, header) -> {
            AgentLoggedOutEncoder message = new AgentLoggedOutEncoder().wrapAndApplyHeader(buffer, 0, header);
            return message.agentId(agentId)
                    .putActor(actor.bytes(), 0, Actor.BYTES)
                    .encodedLength();
        });
    }

    private Reply pause(Asked asked) {
        int reason = (int) Asked.number(asked.json(Set.of("reason")), "reason", 0, MOST_REASON);
        return act(asked, AgentPausedDecoder.TEMPLATE_ID, (agentId, actor, buffer, header) -> {
            AgentPausedEncoder message = new AgentPausedEncoder().wrapAndApplyHeader(buffer, 0, header);
            return message.agentId(agentId)
                    .reasonCode(reason)
                    .putActor(actor.bytes(), 0, Actor.BYTES)
                    .encodedLength();
        });
    }

    private Reply ready(Asked asked) {
        return act(asked, AgentReadiedDecoder.TEMPLATE_ID, (agentId, actor, buffer, header) -> {
            AgentReadiedEncoder message = new AgentReadiedEncoder().wrapAndApplyHeader(buffer, 0, header);
            return message.agentId(agentId)
                    .putActor(actor.bytes(), 0, Actor.BYTES)
                    .encodedLength();
        });
    }

    private Reply extendWrapUp(Asked asked) {
        JsonNode body = asked.json(Set.of("extend_ms"));
        long byMillis = Asked.number(body, "extend_ms", LEAST_EXTENSION, MOST_EXTENSION);
        return act(asked, AgentWrapUpExtendedDecoder.TEMPLATE_ID, (agentId, actor, buffer, header) -> {
            AgentWrapUpExtendedEncoder message = new AgentWrapUpExtendedEncoder().wrapAndApplyHeader(buffer, 0, header);
            return message.agentId(agentId)
                    .byMillis(byMillis)
                    .putActor(actor.bytes(), 0, Actor.BYTES)
                    .encodedLength();
        });
    }

    private Reply changeSkills(Asked asked) {
        String number = asked.pathValue("agent");
        idOf(number);
        JsonNode wanted = asked.json(Set.of("skills")).get("skills");
        if (wanted == null || !wanted.isObject()) {
            throw Asked.unprocessable("skills", "an object of skill and level");
        }
        Map<String, Integer> levels = new TreeMap<>();
        for (String skill : wanted.propertyNames()) {
            levels.put(skill, (int) Asked.number(wanted, skill, LEAST_LEVEL, MOST_LEVEL));
        }
        skills.change(number, levels, asked.caller().name());
        commands.settle();
        return agent(number);
    }

    /** Writes a command about an agent. */
    @FunctionalInterface
    private interface AgentWriting {
        int write(int agentId, Actor actor, MutableDirectBuffer buffer, MessageHeaderEncoder header);
    }

    private Reply act(Asked asked, int templateId, AgentWriting writing) {
        String number = asked.pathValue("agent");
        int agentId = idOf(number);
        Actor actor = asked.actor();
        commands.send(templateId, agentId, (buffer, header) -> writing.write(agentId, actor, buffer, header));
        return agent(number);
    }

    private int idOf(String number) {
        return floor.agentId(number).orElseThrow(() -> Problem.notFound("there is no such agent in agents.csv"));
    }

    private Reply agent(String number) {
        return Reply.json(floor.agent(number).orElseThrow(() -> Problem.notFound("the agent has left")));
    }
}
