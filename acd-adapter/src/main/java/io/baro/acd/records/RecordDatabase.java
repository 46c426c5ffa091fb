package io.baro.acd.records;

import io.baro.acd.config.ServerPlan;
import io.baro.acd.config.ServerPlan.RecordStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Which database holds the records and how one comes to it: a file of the state directory, or PostgreSQL. Never reads or writes a
 * record. Immutable; any thread.
 */
public final class RecordDatabase {
    /** In state_dir. */
    public static final String FILE = "records.db";

    private static final String RESOURCES = "classpath:io/baro/acd/records/";
    /** A reporter's own transaction that is longer is a failure, tried again. */
    private static final int BUSY_MILLIS = 5_000;

    private static final int CONNECT_SECONDS = 5;
    /** The longest batch takes a second here; a peer that is gone without a word is noticed after this. */
    private static final int SOCKET_SECONDS = 30;

    private final DataSource source;
    private final DataSource migrations;
    private final Path file;
    private final String dialect;

    private RecordDatabase(DataSource source, DataSource migrations, Path file, String dialect) {
        this.source = source;
        this.migrations = migrations;
        this.file = file;
        this.dialect = dialect;
    }

    /** The one that the configuration names. */
    public static RecordDatabase of(ServerPlan.Records plan, Path stateDir) {
        if (plan.store() != RecordStore.POSTGRESQL) {
            return sqlite(stateDir.resolve(FILE));
        }
        DataSource source = postgresql(plan);
        return new RecordDatabase(source, source, null, "postgresql");
    }

    static RecordDatabase sqlite(Path file) {
        // Flyway looks with one connection while another holds the transaction: it must not begin by taking the lock.
        return new RecordDatabase(
                sqlite(file, SQLiteConfig.TransactionMode.IMMEDIATE),
                sqlite(file, SQLiteConfig.TransactionMode.DEFERRED),
                file,
                "sqlite");
    }

    private static DataSource sqlite(Path file, SQLiteConfig.TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // What was committed outlives a power cut, so that our own snapshots are never ahead of the rows.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTransactionMode(mode);
        // Who was erased is overwritten, not only unlinked.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static DataSource postgresql(ServerPlan.Records plan) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(SOCKET_SECONDS);
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        source.setApplicationName("baro-records");
        // What the server quotes of a row in an error stays there.
        source.setLogServerErrorDetail(false);
        source.setUrl(plan.url());
        source.setUser(plan.user());
        source.setPassword(plan.secret().reveal());
        return source;
    }

    boolean isFile() {
        return file != null;
    }

    /** Brings the tables to this release's form. */
    void migrate() throws SQLException {
        makeFile();
        try {
            Flyway.configure(getClass().getClassLoader())
                    .dataSource(migrations)
                    .locations(RESOURCES + "tables", RESOURCES + dialect)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw e.getCause() instanceof SQLException cause ? cause : new RecordSchemaException(e);
        }
    }

    /** A connection to tables that are there. */
    Connection connect() throws SQLException {
        return source.getConnection();
    }

    /** Nobody else reads who called when. SQLite gives the files beside it the same rights. */
    private void makeFile() throws SQLException {
        try {
            if (isFile() && !Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw new SQLException("cannot make " + file, "58030", e);
        }
    }

    /** How long a connection may take, for whoever waits for it to end. */
    static long patienceMillis() {
        return TimeUnit.SECONDS.toMillis(CONNECT_SECONDS);
    }
}
