package io.baro.bench.core;

import io.baro.acd.config.ConfigCommands;
import io.baro.acd.config.RulePlan;
import io.baro.acd.rule.Condition;
import io.baro.acd.rule.ConditionCompiler;
import io.baro.acd.rule.ConditionException;
import io.baro.acd.rule.ConditionNames;
import io.baro.engine.callcenter.CallIds;
import io.baro.engine.callcenter.Limits;
import io.baro.engine.port.DecisionSink;
import io.baro.engine.port.Ingress;
import io.baro.engine.routing.Router;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What the operator's rules cost: a caller who arrives and hangs up, under so many rules as the condition's text says, none of which
 * holds, so that every one is asked to its end. The slope is one rule's price. Never in production.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RuleBench {
    private static final long NOW_MILLIS = 1_750_000_000_000L;
    private static final int CALLS = 16;
    private static final int CUSTOMERS = 1_024;
    private static final int AGE = 40;

    /** Rules in force; 32 is the most. */
    @Param({"0", "1", "3", "32"})
    public int rules;

    @Param({"caller.age >= 65", "caller.contacts(24h) >= 1000", "caller.age >= 65 && !caller.withheld || caller.age < 7"
    })
    public String when;

    private final CentrePen pen = new CentrePen();
    private final DecisionSink nowhere = RuleBench::unheard;
    private Router router;
    private long calls;

    /** One queue and the rules. */
    @Setup(Level.Trial)
    public void load() throws ConditionException {
        router = new Router(new Limits(CALLS, 1, 1, 1, CUSTOMERS, 1));
        pen.settings();
        apply();
        pen.queue(0, 0, 0);
        apply();
        new ConfigCommands((buffer, offset, length, ingressNanos) -> {
                    router.apply(NOW_MILLIS, buffer, offset, nowhere);
                    return Ingress.Offer.ACCEPTED;
                })
                .sendRules(
                        new RulePlan(1, RulePlan.WHOLE_PERMILLE, OptionalInt.empty(), Duration.ofMinutes(15), plans()));
        pen.resyncBegan(0);
        apply();
        pen.resyncCompleted(0);
        apply();
    }

    /** Comes, is asked about, goes. */
    @Benchmark
    public void arrival() {
        long call = CallIds.of(0, NOW_MILLIS / 1_000 + calls, 0);
        pen.arrived(call, 1 + calls % CUSTOMERS, AGE, 0);
        calls++;
        apply();
        pen.hungUp(call);
        apply();
    }

    private List<RulePlan.Rule> plans() throws ConditionException {
        Condition condition =
                new ConditionCompiler(new ConditionNames(List.of("general"), List.of("seoul"))).compile(when);
        List<RulePlan.Rule> plans = new ArrayList<>();
        for (int i = 0; i < rules; i++) {
            plans.add(new RulePlan.Rule(
                    "rule-" + i,
                    condition.whenSteps(),
                    true,
                    false,
                    false,
                    false,
                    RulePlan.NOWHERE,
                    Duration.ofMinutes(1)));
        }
        return plans;
    }

    private void apply() {
        router.apply(NOW_MILLIS, pen.buffer(), 0, nowhere);
    }

    private static void unheard(long timeMillis, DirectBuffer buffer, int offset, int length) {}
}
