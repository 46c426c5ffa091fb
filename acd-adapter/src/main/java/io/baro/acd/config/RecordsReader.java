package io.baro.acd.config;

import io.baro.acd.config.ServerPlan.JournalKind;
import io.baro.acd.config.ServerPlan.RecordStore;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code records:} of {@code baro.yaml}: where reports find calls, and for how long. Used by the one thread that loads. */
final class RecordsReader {
    /** A year, and the month in which the year's report is written. */
    static final Duration RETENTION = Duration.ofDays(400);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TEN_YEARS = Duration.ofDays(3_650);
    private static final String SQLITE = "sqlite";
    private static final String POSTGRESQL = "postgresql";
    private static final String NONE = "none";
    private static final List<String> OF_POSTGRESQL = List.of("url", "user", "secret_file", "secret_env");
    private static final Pattern URL = Pattern.compile("jdbc:postgresql:\\S+");
    /** Where a URL would hold a password, and everybody who reads the file with it. */
    private static final Pattern WITH_PASSWORD = Pattern.compile("(?i).*(password=|//[^/?]*:[^/?]*@).*");

    private final SecretReader secrets;

    RecordsReader(SecretReader secrets) {
        this.secrets = secrets;
    }

    ServerPlan.Records read(YamlMap top, JournalKind journal) {
        YamlMap map = top.map("records");
        String store =
                map.oneOf("store", journal == JournalKind.FILE ? SQLITE : NONE, List.of(SQLITE, POSTGRESQL, NONE));
        if (journal == JournalKind.MEMORY && !store.equals(NONE)) {
            map.error("store", "records are made of the journal, and there is none", "write journal: file");
        }
        Duration retention = map.duration("retention", RETENTION, DAY, TEN_YEARS);
        ServerPlan.Records records =
                store.equals(POSTGRESQL) ? postgresql(map, retention) : without(map, store, retention);
        map.refuseOtherKeys();
        return records;
    }

    private static ServerPlan.Records without(YamlMap map, String store, Duration retention) {
        for (String key : OF_POSTGRESQL) {
            if (map.has(key)) {
                map.error(
                        key, "records." + key + " is for PostgreSQL alone", "write store: postgresql, or leave it out");
            }
        }
        RecordStore kind = store.equals(SQLITE) ? RecordStore.SQLITE : RecordStore.NONE;
        return new ServerPlan.Records(kind, "", "", new Secret(""), retention);
    }

    private ServerPlan.Records postgresql(YamlMap map, Duration retention) {
        String how = "write one like jdbc:postgresql://127.0.0.1:5432/baro";
        String url = map.required("url", URL, how);
        if (WITH_PASSWORD.matcher(url).matches()) {
            map.error("url", "records.url holds a password", "write secret_file: FILE or secret_env: NAME instead");
        }
        PbxPlan.Login login = secrets.login(map, "baro", "a role of the database", "records user");
        return new ServerPlan.Records(RecordStore.POSTGRESQL, url, login.user(), login.secret(), retention);
    }
}
