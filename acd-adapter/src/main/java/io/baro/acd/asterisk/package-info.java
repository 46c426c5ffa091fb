/**
 * The meaning: what an Asterisk event says to the router, and what a decision of the router asks of Asterisk. Owns the link to each
 * PBX, the names of its live channels, its resync and its heartbeat; decides nothing about calls.
 *
 * <p>In: {@link io.baro.acd.asterisk.PbxLink} → {@link io.baro.acd.asterisk.EventTranslator} → {@link io.baro.acd.asterisk.CommandOutlet}.
 * Out: {@link io.baro.acd.asterisk.PbxLink#deliver} → {@link io.baro.acd.asterisk.DecisionTranslator} →
 * {@link io.baro.acd.asterisk.Redirects}.
 *
 * <p>Runs on: the event loop of the link, except where a class says otherwise.
 */
package io.baro.acd.asterisk;
