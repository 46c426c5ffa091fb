/**
 * An Asterisk for people who have none: AMI over TCP on loopback, the dialplan of {@code config/asterisk} as small state machines,
 * callers and phones in virtual time. Everything runs on the one thread of a {@link io.baro.acd.pbx.PbxLoop}.
 */
package io.baro.acd.pbx;
