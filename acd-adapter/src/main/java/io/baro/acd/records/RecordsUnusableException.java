package io.baro.acd.records;

import java.io.IOException;
import java.sql.SQLException;

/** Records that cannot be read or written as they are. The message is one line for the operator and quotes no row. */
public final class RecordsUnusableException extends Exception {
    private static final long serialVersionUID = 1;

    RecordsUnusableException(SQLException cause) {
        super(
                RecordTrouble.of(cause).words() + " (SQLSTATE " + cause.getSQLState() + ", code " + cause.getErrorCode()
                        + ")",
                cause);
    }

    RecordsUnusableException(IOException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
