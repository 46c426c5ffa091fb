package io.baro.engine.rehearsal;

/** What holds an agent's phone: the leg of a caller, or of a callback. One thread. */
sealed interface PhoneLeg permits AgentLeg, RehearsedCallback {}
