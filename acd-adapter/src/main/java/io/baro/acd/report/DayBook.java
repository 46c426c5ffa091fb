package io.baro.acd.report;

import io.baro.engine.callcenter.CallIds;
import io.baro.engine.message.CallClosedDecoder;
import io.baro.engine.message.CallConnectedDecoder;
import io.baro.engine.message.CallJoinedDecoder;
import io.baro.engine.message.OfferCallDecoder;
import io.baro.engine.rehearsal.FloorPlan;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Owns the figures of a day, told call by call: whole, per centre, queue, queue of a centre, rule, and quarter of an hour in which the
 * call came. Never decides. One thread.
 */
public final class DayBook {
    static final int QUARTERS = 96;
    private static final long QUARTER_MILLIS = 900_000;
    private static final int MINUTES_OF_QUARTER = 15;
    private static final int NOBODY = -1;

    private static final class LiveCall {
        private final int quarter;
        private int queueId = NOBODY;
        private long joinedMillis;
        private long ewtMillis = -1;
        private long firstOfferMillis = -1;
        private int rulesFired;
        private int rulesVersion;

        LiveCall(int quarter) {
            this.quarter = quarter;
        }
    }

    private final ReportNames names;
    private final long dayStartMillis;
    private final long objectiveMillis;
    private final FloorPlan floor;
    private final Figures whole = new Figures("all");
    private final List<Figures> centres;
    private final List<Figures> kinds;
    private final List<Figures> queues = new ArrayList<>();
    private final List<Figures> rules = new ArrayList<>();
    private final List<Figures> quarters = new ArrayList<>();
    private final Long2ObjectHashMap<LiveCall> live = new Long2ObjectHashMap<>();

    /**
     * An empty book.
     *
     * @param dayStartMillis 00:00, epoch
     * @param objectiveMillis an answer within it counts for the service level
     */
    public DayBook(ReportNames names, FloorPlan floor, long dayStartMillis, long objectiveMillis) {
        this.names = names;
        this.floor = floor;
        this.dayStartMillis = dayStartMillis;
        this.objectiveMillis = objectiveMillis;
        centres = names.centres().stream().map(Figures::new).toList();
        kinds = names.kinds().stream().map(Figures::new).toList();
        for (int queueId = 0; queueId < names.centres().size() * names.kinds().size(); queueId++) {
            queues.add(new Figures(names.queue(queueId)));
        }
        names.rules().forEach(rule -> rules.add(new Figures(rule)));
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            quarters.add(new Figures("%02d:%02d".formatted(quarter / 4, quarter % 4 * MINUTES_OF_QUARTER)));
        }
    }

    public Figures whole() {
        return whole;
    }

    public List<Figures> centres() {
        return centres;
    }

    /** The centres, and the whole as the last of them. */
    public List<Figures> centresAndWhole() {
        List<Figures> all = new ArrayList<>(centres);
        all.add(whole);
        return all;
    }

    /** By queue of the file, all centres together. */
    public List<Figures> kinds() {
        return kinds;
    }

    /** By queue and centre. */
    public List<Figures> queues() {
        return queues;
    }

    public List<Figures> rules() {
        return rules;
    }

    /** By quarter of an hour from midnight. */
    public List<Figures> quarters() {
        return quarters;
    }

    void admitted(long callId, long nowMillis) {
        LiveCall call = new LiveCall(quarterOf(nowMillis));
        live.put(callId, call);
        whole.addOffered();
        centre(callId).addOffered();
        quarters.get(call.quarter).addOffered();
    }

    void joined(CallJoinedDecoder fact, long nowMillis) {
        LiveCall call = live.get(fact.callId());
        if (call == null) {
            return;
        }
        call.queueId = fact.queueId();
        call.joinedMillis = nowMillis;
        call.ewtMillis = fact.ewtMillis();
        call.rulesFired = fact.rulesFired();
        call.rulesVersion = fact.rulesVersion();
        queues.get(call.queueId).addOffered();
        kinds.get(names.kindOf(call.queueId)).addOffered();
        forEachRule(call, Figures::addOffered);
    }

    void offered(OfferCallDecoder offer, long nowMillis) {
        LiveCall call = live.get(offer.callId());
        if (call != null && call.firstOfferMillis < 0) {
            call.firstOfferMillis = nowMillis;
        }
    }

    void connected(CallConnectedDecoder fact) {
        LiveCall call = live.get(fact.callId());
        if (call == null) {
            return;
        }
        long waited = fact.waitedMillis();
        boolean inTime = waited <= objectiveMillis;
        boolean elsewhere = floor.agents().get(fact.agentId()).pbxId() != CallIds.pbxOf(fact.callId());
        forEachGroup(fact.callId(), call, figures -> figures.addAnswered(waited, inTime, elsewhere));
        if (call.ewtMillis >= 0 && call.firstOfferMillis >= 0) {
            long error = Math.abs(call.ewtMillis - (call.firstOfferMillis - call.joinedMillis));
            forEachGroup(fact.callId(), call, figures -> figures.addEstimate(error));
        }
    }

    void closed(CallClosedDecoder fact) {
        LiveCall call = live.remove(fact.callId());
        if (call != null) {
            forEachGroup(fact.callId(), call, figures -> figures.addClosed(fact.outcome(), fact.talkedMillis()));
        }
    }

    /** An agent was busy or ready from then to now. */
    void worked(int agentId, boolean busy, long fromMillis, long toMillis) {
        int pbxId = floor.agents().get(agentId).pbxId();
        add(whole, busy, toMillis - fromMillis);
        add(centres.get(pbxId), busy, toMillis - fromMillis);
        for (long from = fromMillis; from < toMillis; ) {
            long end = Math.min(toMillis, dayStartMillis + (quarterOf(from) + 1L) * QUARTER_MILLIS);
            if (end <= from) {
                // After the day's last quarter: it belongs to that.
                end = toMillis;
            }
            add(quarters.get(quarterOf(from)), busy, end - from);
            from = end;
        }
    }

    private static void add(Figures figures, boolean busy, long millis) {
        figures.addWork(busy ? millis : 0, busy ? 0 : millis);
    }

    private interface Entry {
        void into(Figures figures);
    }

    private void forEachGroup(long callId, LiveCall call, Entry entry) {
        entry.into(whole);
        entry.into(centre(callId));
        entry.into(quarters.get(call.quarter));
        if (call.queueId != NOBODY) {
            entry.into(queues.get(call.queueId));
            entry.into(kinds.get(names.kindOf(call.queueId)));
        }
        forEachRule(call, entry);
    }

    private void forEachRule(LiveCall call, Entry entry) {
        for (int rule = 0; call.rulesVersion == names.rulesVersion() && rule < rules.size(); rule++) {
            if ((call.rulesFired >>> rule & 1) == 1) {
                entry.into(rules.get(rule));
            }
        }
    }

    private Figures centre(long callId) {
        return centres.get(CallIds.pbxOf(callId));
    }

    private int quarterOf(long millis) {
        return Math.clamp((millis - dayStartMillis) / QUARTER_MILLIS, 0, QUARTERS - 1);
    }
}
