/**
 * An Asterisk for people who have none: AMI over TCP on loopback, the dialplan of {@code config/asterisk} as small state machines,
 * callers and phones in virtual time. Everything runs on the one thread of a {@link io.baro.acd.pbx.PbxLoop}.
 *
 * <p>Held field by field to the recordings in {@code src/test/resources/ami}. What it does not do as a real one: order between two
 * channels never varies; a second Redirect before the first is obeyed always fails, where a real one may answer Success and lose
 * one; a refused login is not delayed by a second; Originate rings a phone and runs no dialplan; app_queue serves callers without
 * its own Queue events; a trunk is idle when unused, never unavailable.
 */
package io.baro.acd.pbx;
