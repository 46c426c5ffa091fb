package io.baro.acd.config;

/** A password. Never shows itself. Immutable; any thread. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The password itself, for the one who logs in with it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "not shown";
    }
}
