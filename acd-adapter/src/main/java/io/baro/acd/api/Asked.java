package io.baro.acd.api;

import io.baro.engine.port.Actor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A request that may be answered: who asks is known, and he may. Used by the thread of the request.
 *
 * @param path the values of the path's variables
 * @param query the first value of each parameter
 */
public record Asked(Caller caller, Map<String, String> path, Map<String, String> query, String etag, Body body) {
    private static final int MOST = 5_000;
    private static final int USUAL = 500;

    /** Reads the body when it is wanted. */
    interface Body {
        byte[] bytes();
    }

    /** Who asks, as commands carry it. */
    Actor actor() {
        return Actor.named(caller.name());
    }

    String pathValue(String name) {
        return path.get(name);
    }

    Optional<String> queryValue(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** How many are wanted, at most. */
    int limit() {
        String text = query.getOrDefault("limit", Integer.toString(USUAL));
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // Said below.
        }
        throw unprocessable("limit", "a whole number from 1 to " + MOST);
    }

    /** The body, with nothing but these keys. */
    JsonNode json(Set<String> keys) {
        JsonNode object = Json.object(body.bytes());
        for (String key : object.propertyNames()) {
            if (!keys.contains(key)) {
                throw Problem.of(
                        Problem.UNPROCESSABLE,
                        "Unknown key",
                        "there is no key of that name; write "
                                + String.join(", ", keys.stream().sorted().toList()));
            }
        }
        return object;
    }

    /** A text that must be there. */
    static String text(JsonNode object, String key) {
        JsonNode value = object.get(key);
        if (value == null || !value.isString()) {
            throw unprocessable(key, "a text");
        }
        return value.asString();
    }

    /** A whole number that must be there. */
    static long number(JsonNode object, String key, long least, long most) {
        JsonNode value = object.get(key);
        if (value == null
                || !value.canConvertToLong()
                || !value.isIntegralNumber()
                || value.asLong() < least
                || value.asLong() > most) {
            throw unprocessable(key, "a whole number from " + least + " to " + most);
        }
        return value.asLong();
    }

    /** A time that may be left out. */
    static Optional<Instant> time(JsonNode object, String key) {
        JsonNode value = object.get(key);
        if (value == null) {
            return Optional.empty();
        }
        try {
            if (value.isString()) {
                return Optional.of(OffsetDateTime.parse(value.asString()).toInstant());
            }
        } catch (DateTimeException notATime) {
            // Said below.
        }
        throw unprocessable(key, "a time such as 2026-11-23T09:30:00Z");
    }

    static Problem unprocessable(String key, String wanted) {
        return Problem.of(Problem.UNPROCESSABLE, "Wrong value", key + " has a wrong value; write " + wanted);
    }
}
