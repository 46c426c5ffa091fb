package io.baro.acd.records;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;

/** The tables cannot be brought to this release's form: a newer release made them, or somebody changed them. */
final class RecordSchemaException extends SQLException {
    private static final long serialVersionUID = 1;

    RecordSchemaException(FlywayException cause) {
        super(cause.getMessage().lines().findFirst().orElse("migration failed"), "BA001", cause);
    }
}
