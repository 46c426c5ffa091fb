package io.baro.acd.pbx;

/** Owns the decision how a phone takes each of its calls. Never blocks. Asked on the loop's thread. */
@FunctionalInterface
public interface PhoneScript {
    /** What it does now; no caller (null): Originate calls it. */
    PhoneBehaviour onInvite(AgentPhone phone, Caller caller);
}
