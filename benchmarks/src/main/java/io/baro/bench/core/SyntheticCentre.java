package io.baro.bench.core;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.message.MessageHeaderDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.port.DecisionSink;
import io.baro.engine.routing.Router;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;

/**
 * A router with so many agents in seven centres, 1,062 kinds of business in each, and the rules of config/nhis. Agents work in teams of
 * eight kinds, about fourteen to a team in a small centre; each has levels of his own, so hardly two share a profile: the hardest case
 * for whoever looks for the best. Gives calls their ids and remembers the offers made. Not for production. One thread.
 */
final class SyntheticCentre implements DecisionSink {
    static final int CENTRES = 7;

    /** Kinds of business of the model centre. */
    static final int KINDS = 1_062;

    /** Kinds that one team serves. */
    static final int TEAM_KINDS = 8;

    private static final int TEAMS_OF_CENTRE = KINDS / TEAM_KINDS;
    private static final int TEAM_AGENTS = 14;
    private static final int LEVELS = 10;
    private static final int CUSTOMERS = 50_000;

    /** As many as config/nhis's callers are 65 or older: about one in six. */
    private static final int OLDEST = 78;

    private final CentrePen pen = new CentrePen();
    private final SplittableRandom dice = new SplittableRandom(7);
    private final Router router;
    private final int size;
    private final int teams;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OfferCallDecoder offer = new OfferCallDecoder();
    private long nowMicros = 1_750_000_000_000_000L;
    private long lastOfferId;
    private long lastCallId;
    private int lastAgentId;
    private long offers;

    SyntheticCentre(int size) {
        this.size = size;
        teams = Math.clamp(size / TEAM_AGENTS, 1, CENTRES * TEAMS_OF_CENTRE);
        router = new Router(new Limits(2 * size + 16, size, CENTRES * KINDS, CENTRES, 262_144, 16));
        configure();
    }

    /** Agents. */
    int size() {
        return size;
    }

    CentrePen pen() {
        return pen;
    }

    SplittableRandom dice() {
        return dice;
    }

    Router router() {
        return router;
    }

    /** Lets time pass for the commands that follow. */
    void passMicros(long micros) {
        nowMicros += micros;
    }

    /** Applies the command that the pen wrote last. */
    void apply() {
        router.apply(nowMicros / 1_000, pen.buffer(), 0, this);
    }

    /** One of the queues whose calls the agent may take. */
    int queueOf(int agentId) {
        int team = agentId % teams;
        return team % CENTRES * KINDS + kindOf(team, dice.nextInt(TEAM_KINDS));
    }

    /** The id of a call that holds a slot, different from all that held it before. */
    long callId(int queueId, long count, int slot) {
        return CallIds.of(queueId / KINDS, count, slot);
    }

    long anyCallerKey() {
        return 1L + dice.nextInt(CUSTOMERS);
    }

    int anyAge() {
        return dice.nextInt(OLDEST);
    }

    /** Offers made so far. */
    long offers() {
        return offers;
    }

    long lastOfferId() {
        return lastOfferId;
    }

    long lastCallId() {
        return lastCallId;
    }

    int lastAgentId() {
        return lastAgentId;
    }

    @Override
    public void onDecision(long timeMillis, DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        if (header.templateId() == OfferCallDecoder.TEMPLATE_ID) {
            offer.wrapAndApplyHeader(buffer, offset, header);
            lastOfferId = offer.offerId();
            lastCallId = offer.callId();
            lastAgentId = offer.agentId();
            offers++;
        }
    }

    private void configure() {
        pen.settings();
        apply();
        for (int queueId = 0; queueId < CENTRES * KINDS; queueId++) {
            pen.queue(queueId, queueId / KINDS, queueId % KINDS);
            apply();
        }
        for (int agentId = 0; agentId < size; agentId++) {
            defineAgent(agentId);
        }
        ModelCentre.load().tellRules(router, nowMicros / 1_000, this);
        for (int pbxId = 0; pbxId < CENTRES; pbxId++) {
            pen.resyncBegan(pbxId);
            apply();
            pen.resyncCompleted(pbxId);
            apply();
        }
        for (int agentId = 0; agentId < size; agentId++) {
            pen.loggedIn(agentId);
            apply();
            passMicros(1_000);
        }
    }

    private void defineAgent(int agentId) {
        int team = agentId % teams;
        int[] skills = new int[TEAM_KINDS];
        int[] levels = new int[TEAM_KINDS];
        for (int i = 0; i < TEAM_KINDS; i++) {
            skills[i] = kindOf(team, i);
            levels[i] = 1 + dice.nextInt(LEVELS);
        }
        pen.agent(agentId, team % CENTRES, skills, levels);
        apply();
    }

    private static int kindOf(int team, int index) {
        return team / CENTRES * TEAM_KINDS + index;
    }
}
