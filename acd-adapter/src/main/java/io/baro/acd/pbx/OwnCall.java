package io.baro.acd.pbx;

/** A call of an agent's phone that no caller waits behind: to a feature code, or made by Originate. */
interface OwnCall {
    /** The PBX dies: no event is ever sent. */
    void vanish();
}
