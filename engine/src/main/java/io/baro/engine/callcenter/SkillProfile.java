package io.baro.engine.callcenter;

import io.baro.engine.line.Line;
import io.baro.engine.state.State;
import java.util.ArrayList;
import java.util.List;

/**
 * All agents of one PBX with the same skills: they match exactly the same steps, so the ready among them stand together and a pick
 * costs one look per profile, not per agent. Never chooses. Runs on: routing thread.
 */
public final class SkillProfile {
    private static final int FIRST_CAPACITY = 64;

    private final int index;
    private final Pbx pbx;
    private final SkillSet skills;
    private final List<Bench> benches = new ArrayList<>();
    private final List<Line<Agent>> ready = new ArrayList<>();
    private final boolean[] used = new boolean[AgentOrder.COUNT];
    private int staffed;
    private boolean looksAhead;

    SkillProfile(int index, Pbx pbx, SkillSet skills) {
        this.index = index;
        this.pbx = pbx;
        this.skills = skills;
        for (int i = 0; i < AgentOrder.COUNT; i++) {
            ready.add(new Line<>(FIRST_CAPACITY));
        }
        used[AgentOrder.IDLE.code()] = true;
    }

    /** Which profile of all, in the order in which they came. */
    int index() {
        return index;
    }

    /** The PBX of their phones. */
    public Pbx pbx() {
        return pbx;
    }

    /** Index of the PBX of their phones. */
    public int pbxId() {
        return pbx.id();
    }

    /** How many steps they match. */
    public int benchCount() {
        return benches.size();
    }

    /** Their benches, by index from 0, in order of queue id, then step. */
    public Bench bench(int index) {
        return benches.get(index);
    }

    /** How many of them are READY. */
    public int readyCount() {
        return ready.get(AgentOrder.IDLE.code()).size();
    }

    /** The one of them at an index below {@link #readyCount()}, in no order that matters. */
    public Agent readyAgent(int index) {
        return ready.get(AgentOrder.IDLE.code()).at(index);
    }

    /** Those of them who count as staff, see {@link Agent#isStaffed()}. */
    public int staffed() {
        return staffed;
    }

    /** What they can do. */
    public SkillSet skills() {
        return skills;
    }

    /** An agent of theirs became READY, his keys set. */
    public void enter(Agent agent) {
        boolean first = false;
        for (int i = 0; i < AgentOrder.COUNT; i++) {
            if (used[i]) {
                ready.get(i).join(agent.inReady(i), agent.key(i), agent.tie(i), agent.id());
                first |= ready.get(i).first() == agent;
            }
        }
        if (first) {
            refreshBenches();
        }
        tellReady(1);
    }

    /** An agent of theirs is READY no more. */
    public void leave(Agent agent) {
        if (!agent.inReady(AgentOrder.IDLE.code()).inLine()) {
            return;
        }
        tellReady(-1);
        for (int i = 0; i < AgentOrder.COUNT; i++) {
            ready.get(i).leave(agent.inReady(i));
        }
    }

    /** So many more of them count as staff. */
    public void staffed(int more) {
        staffed += more;
        if (pbx.isReady()) {
            tellStaff(more);
        }
    }

    Line<Agent> ready(AgentOrder order) {
        return ready.get(order.code());
    }

    /** Their PBX takes offers again, or no more. */
    void pbxChanged() {
        tellStaff(pbx.isReady() ? staffed : -staffed);
        for (int i = 0; i < benches.size(); i++) {
            benches.get(i).step().ready(pbx.isReady() ? readyCount() : -readyCount());
        }
        refreshBenches();
    }

    /** They match a step; its queue's strategy is kept in order from now on. */
    void sit(Bench bench) {
        int at = benches.size();
        while (at > 0 && isAfter(benches.get(at - 1).step(), bench.step())) {
            at--;
        }
        benches.add(at, bench);
        if (pbx.isReady() && staffed > 0) {
            bench.step().staffed(staffed);
            shareStaff(bench.step(), staffed);
            shareBack(bench.step());
        }
        bench.step().ready(pbx.isReady() ? readyCount() : 0);
        looksAhead |= looksAhead(bench);
        use(AgentOrder.of(bench.step().queue().settings().strategy()));
        bench.step().refresh(bench);
    }

    /** Whether one of their queues offers callbacks before a wrap-up ends. */
    public boolean looksAhead() {
        return looksAhead;
    }

    /** One of their queues has other settings. */
    void queueChanged() {
        looksAhead = false;
        for (int i = 0; i < benches.size(); i++) {
            looksAhead |= looksAhead(benches.get(i));
        }
    }

    private static boolean looksAhead(Bench bench) {
        QueueSettings queue = bench.step().queue().settings();
        return queue.customerFirst() && queue.callbackAheadMillis() > 0;
    }

    /** Keeps an order from now on. */
    void use(AgentOrder order) {
        if (used[order.code()]) {
            return;
        }
        used[order.code()] = true;
        Line<Agent> line = ready.get(order.code());
        for (int i = 0; i < readyCount(); i++) {
            Agent agent = readyAgent(i);
            line.join(agent.inReady(order.code()), agent.key(order.code()), agent.tie(order.code()), agent.id());
        }
    }

    private void refreshBenches() {
        for (int i = 0; i < benches.size(); i++) {
            benches.get(i).step().refresh(benches.get(i));
        }
    }

    /** On a PBX that takes no offers they count from when it does. */
    private void tellReady(int more) {
        for (int i = 0; pbx.isReady() && i < benches.size(); i++) {
            benches.get(i).step().ready(more);
        }
    }

    private void tellStaff(int more) {
        for (int i = 0; i < benches.size(); i++) {
            benches.get(i).step().staffed(more);
            shareStaff(benches.get(i).step(), more);
        }
    }

    /** Queues whose first steps they match compete for them. */
    private void shareStaff(Step step, int more) {
        for (int i = 0; step.index() == 0 && i < benches.size(); i++) {
            Step other = benches.get(i).step();
            if (other.index() == 0) {
                step.queue().estimate().shares(other.queue(), more);
            }
        }
    }

    /** A queue that is new shares the staff that is there with the others. */
    private void shareBack(Step step) {
        for (int i = 0; step.index() == 0 && i < benches.size(); i++) {
            Step other = benches.get(i).step();
            if (other.index() == 0 && other != step) {
                other.queue().estimate().shares(step.queue(), staffed);
            }
        }
    }

    private static boolean isAfter(Step one, Step other) {
        return one.queue().id() != other.queue().id()
                ? one.queue().id() > other.queue().id()
                : one.index() > other.index();
    }

    /** Their steps count them already, so nobody is told. */
    void visit(State state) {
        staffed = state.next(staffed);
        for (int i = 0; i < used.length; i++) {
            used[i] = state.next(used[i]);
        }
    }
}
