package io.baro.acd.view;

import java.time.Instant;
import java.util.List;

/**
 * All centres at one time; the fields are those of the API's document. Immutable; any thread.
 *
 * @param ready whether every PBX is linked and rules are in force
 * @param objectiveMs an answer within it counts for the service level
 */
public record FloorView(Instant time, boolean ready, long rulesVersion, long objectiveMs, List<CentreView> centres) {}
