package io.baro.acd.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a driver says becomes what an operator can do something about. */
class RecordTroubleTest {
    @ParameterizedTest
    @CsvSource({
        "08001, UNREACHABLE",
        "08006, UNREACHABLE",
        "57P01, UNREACHABLE",
        "53300, UNREACHABLE",
        "28P01, REFUSED",
        "3D000, REFUSED",
        "42501, READ_ONLY",
        "25006, READ_ONLY",
        "53100, FULL",
        "55P03, LOCKED",
        "40P01, LOCKED",
        "42P01, SCHEMA",
        "22001, OTHER",
    })
    void postgresqlStateHasItsKind(String state, RecordTrouble kind) {
        assertEquals(kind, RecordTrouble.of(new SQLException("", state)));
    }

    @ParameterizedTest
    @CsvSource({
        "5, LOCKED",
        "6, LOCKED",
        "517, LOCKED",
        "13, FULL",
        "8, READ_ONLY",
        "1032, READ_ONLY",
        "14, READ_ONLY",
        "11, OTHER"
    })
    void sqliteCodeHasItsKind(int code, RecordTrouble kind) {
        assertEquals(kind, RecordTrouble.of(new SQLException("", null, code)));
    }
}
