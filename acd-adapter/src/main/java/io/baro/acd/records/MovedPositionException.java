package io.baro.acd.records;

import java.sql.SQLException;

/** Somebody else has set the position of the records: they were rewound, or another Baro writes them. */
final class MovedPositionException extends SQLException {
    private static final long serialVersionUID = 1;

    MovedPositionException(long expected, long found) {
        super("the records stand at command " + found + ", not at " + expected, "BA002");
    }
}
