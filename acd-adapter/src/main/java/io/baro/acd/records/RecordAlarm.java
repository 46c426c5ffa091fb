package io.baro.acd.records;

import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator once that the records fail, once that it is something else now, and once that they work again. One thread. */
final class RecordAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(RecordAlarm.class);

    private final RecordFigures figures;
    private RecordTrouble told;

    RecordAlarm(RecordFigures figures) {
        this.figures = figures;
    }

    /** Words of a driver may quote a row: they are told only where no row is at hand. */
    void failed(RecordTrouble trouble, SQLException e) {
        String more = switch (trouble) {
            case UNREACHABLE, REFUSED, SCHEMA -> ": " + firstLine(e);
            default -> "";
        };
        tell(trouble, " (SQLSTATE " + e.getSQLState() + ", code " + e.getErrorCode() + ")" + more);
    }

    void failed(RecordTrouble trouble, IOException e) {
        tell(trouble, ": " + firstLine(e));
    }

    void works() {
        figures.works();
        if (told != null) {
            told = null;
            LOG.info("records: written again, nothing is missing");
        }
    }

    private void tell(RecordTrouble trouble, String more) {
        figures.failed(trouble);
        if (trouble != told) {
            told = trouble;
            LOG.warn(
                    "records: not written for now, routing goes on, they are caught up from the journal; {}{}",
                    trouble.words(),
                    more);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
