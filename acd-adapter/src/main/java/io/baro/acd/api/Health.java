package io.baro.acd.api;

/** How the process is, for probes. Asked by any thread. */
public interface Health {
    boolean isReady();

    /** How it stands with each link, as JSON. */
    String readiness();

    /** All figures, as Prometheus reads them. */
    String metrics();
}
