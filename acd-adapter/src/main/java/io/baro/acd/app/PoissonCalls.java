package io.baro.acd.app;

import io.baro.acd.config.Configuration;
import io.baro.acd.config.AgentPlan;
import io.baro.acd.pbx.CallerPlan;
import io.baro.acd.pbx.EmbeddedPbx;
import io.baro.acd.pbx.PhoneBehaviour;
import io.baro.acd.pbx.VirtualClock;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Stand-in traffic until the model's is there. */
final class PoissonCalls implements DemoTraffic {
    private static final int CALLERS = 100_000;
    private final SplittableRandom random;
    private final VirtualClock clock;
    private final Configuration configuration;
    private final double[] share;
    private volatile boolean running = true;
    private Thread thread;

    PoissonCalls(long seed, VirtualClock clock, Configuration configuration) {
        this.random = new SplittableRandom(seed);
        this.clock = clock;
        this.configuration = configuration;
        share = new double[configuration.server().pbxs().size()];
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            int pbx = i;
            sum += configuration.agents().stream().filter(a -> configuration.pbxIdOf(a.centre()) == pbx).count();
            share[i] = sum;
        }
        for (int i = 0; i < share.length; i++) {
            share[i] /= sum;
        }
    }

    @Override
    public void writeCustomers(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("number,birth_date\n");
            for (int i = 0; i < CALLERS; i++) {
                out.write(number(i) + "," + LocalDate.of(1935, 1, 1).plusDays(random.nextInt(70 * 365)) + "\n");
            }
        }
    }

    @Override
    public void begin(List<EmbeddedPbx> pbxs) {
        for (AgentPlan agent : configuration.agents()) {
            SplittableRandom own = random.split();
            pbxs.get(configuration.pbxIdOf(agent.centre())).console().follow(agent.endpoint(), (phone, caller) ->
                own.nextInt(100) == 0 ? PhoneBehaviour.noAnswer() : PhoneBehaviour.answer(2_000 + own.nextInt(4_000), caller.plan().talkMillis()));
        }
        thread = Thread.ofPlatform().name("callers").daemon().start(() -> drive(pbxs));
    }

    private void drive(List<EmbeddedPbx> pbxs) {
        double next = clock.epochMillis();
        try {
            while (running) {
                long now = clock.epochMillis();
                while (next <= now && running) {
                    dial(pbxs);
                    next += -Math.log(1 - random.nextDouble()) * 32_400_000.0 / 150_000;
                }
                Thread.sleep(1);
            }
        } catch (InterruptedException e) {
            return;
        }
    }

    private void dial(List<EmbeddedPbx> pbxs) {
        double at = random.nextDouble();
        int pbx = 0;
        while (share[pbx] < at) {
            pbx++;
        }
        char digit = (char) ('0' + random.nextInt(7));
        pbxs.get(pbx).console().dial(new CallerPlan(number(random.nextInt(CALLERS)), "15771000",
            2_000 + random.nextInt(4_000), digit == '0' ? CallerPlan.NOTHING : digit,
            60_000 + random.nextInt(600_000), 3_000, random.nextInt(3) == 0 ? '1' : '2',
            30_000 + (long) (-Math.log(1 - random.nextDouble()) * 230_000)));
    }

    private static String number(int i) {
        return "010" + (10_000_000 + i * 7);
    }

    @Override
    public void close() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
