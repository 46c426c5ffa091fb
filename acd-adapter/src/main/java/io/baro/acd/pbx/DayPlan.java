package io.baro.acd.pbx;

/** Owns what all centres of a day share: the number that is dialled and the count. Only the loop's thread touches it. */
record DayPlan(String dnis, TallyKeeper tally) {}
