/**
 * A seeded day of a call centre: who calls when, what he presses, how long he waits, talks and whether he calls again; when agents
 * work and how their phones answer. Pure: same seed, same day, on any machine. Each draw hangs on what it is about (call, agent,
 * attempt), never on the order of asking, so two runs under different rules see the same people.
 */
package io.baro.engine.traffic;
