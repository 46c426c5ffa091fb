/**
 * A whole day in virtual time against the production router: callers, agents and phones, no PBX, no thread, no clock. The same plan is
 * the same day on every machine.
 */
package io.baro.engine.rehearsal;
