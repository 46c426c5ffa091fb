package io.baro.acd.pbx;

import java.util.concurrent.Callable;

/**
 * Owns the hands of tests and drivers on one PBX: callers, phones, faults. Callable from any thread; each method is done when it
 * returns. Never reaches into a call's routing.
 */
public final class PbxConsole {
    private final EmbeddedPbx pbx;
    private final PbxLoop loop;

    PbxConsole(EmbeddedPbx pbx, PbxLoop loop) {
        this.pbx = pbx;
        this.loop = loop;
    }

    /** Somebody calls and then does what {@link #press} and {@link #hangUp} say. */
    public Caller dial(String number, String dnis) {
        return dial(CallerPlan.byHand(number, dnis));
    }

    /** Somebody calls and follows his plan. */
    public Caller dial(CallerPlan plan) {
        return run(() -> pbx.dial(plan));
    }

    /** The caller hangs up. */
    public void hangUp(Caller caller) {
        run(() -> {
            caller.hangUpRemotely();
            return null;
        });
    }

    /** The caller presses a key. */
    public void press(Caller caller, char digit) {
        run(() -> {
            caller.press(digit);
            return null;
        });
    }

    /** The agent hangs up; rejects when it rings. */
    public void hangUpAgent(String endpoint) {
        run(() -> {
            DialAttempt leg = known(endpoint).leg;
            if (leg != null) {
                leg.hangUpByAgent();
            }
            return null;
        });
    }

    /** From now on the phone does this with every call. */
    public void behave(String endpoint, PhoneBehaviour behaviour) {
        follow(endpoint, (phone, caller) -> behaviour);
    }

    /** What customers do who are called back from now on. */
    public void customers(CustomerScript script) {
        run(() -> {
            pbx.follow(script);
            return null;
        });
    }

    /** From now on the phone asks this script. */
    public void follow(String endpoint, PhoneScript script) {
        run(() -> {
            known(endpoint).follow(script);
            return null;
        });
    }

    /** The agent dials {@code *81 *82 *83 *84} on a phone that is free; {@code *8312}: pause for reason 12. */
    public void dialCode(String endpoint, String code) {
        run(() -> {
            new FeatureCall(pbx, known(endpoint)).dial(code);
            return null;
        });
    }

    /** The phone registers, or its registration is gone. */
    public void register(String endpoint, boolean present) {
        run(() -> {
            known(endpoint).register(present);
            return null;
        });
    }

    /** From now on calls to that centre go this way. */
    public void trunk(String centre, Trunk.Carrier carrier) {
        run(() -> {
            pbx.trunk(centre).carrier(carrier);
            return null;
        });
    }

    /** Watches all calls from now on, beside others who do, on the loop's thread. */
    public void observe(CallObserver observer) {
        run(() -> {
            pbx.observers().add(observer);
            return null;
        });
    }

    /** Cuts the AMI sessions of that user as a broken network would; an empty name: all of them. */
    public void dropSessions(String user) {
        run(() -> {
            pbx.sessions().drop(user);
            return null;
        });
    }

    /** The PBX loses power and is back at once: connections, calls and globals are gone and nobody is told. */
    public void restart() {
        run(() -> {
            pbx.restart();
            return null;
        });
    }

    /** Channels that are up or on their way. */
    public int channels() {
        return run(() -> pbx.channels().all().size());
    }

    /** Callers in the line of app_queue. */
    public int waitingInFallback() {
        return run(() -> pbx.fallback().waiting());
    }

    private AgentPhone known(String endpoint) {
        AgentPhone phone = pbx.phone(endpoint);
        if (phone == null) {
            throw new IllegalArgumentException("no endpoint " + endpoint);
        }
        return phone;
    }

    private <T> T run(Callable<T> task) {
        return loop.call(() -> {
            T result = task.call();
            pbx.turnEnded();
            return result;
        });
    }
}
