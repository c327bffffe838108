package io.quarkiverse.flamingock.runtime.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * A database that can't be used: each reason has its own message, which says what to do, and only what may pass by itself is
 * waited for.
 */
abstract class JdbcTroubleContract {

    private static final String SECRET = "hunter2-secret";
    private static final String UNREACHABLE = ", or it takes no connections yet. Check quarkus.datasource.\"users\".jdbc.url and"
            + " the server; where that comes up later than this application, set quarkus.flamingock.connect-retries, and the"
            + " start waits for it";

    protected final TestDatabase database;
    private final List<AgroalDataSource> pools = new ArrayList<>();

    JdbcTroubleContract(TestDatabase database) {
        this.database = database;
    }

    @AfterEach
    void close() throws SQLException {
        pools.forEach(AgroalDataSource::close);
        database.close();
    }

    /** The URL of another database, maybe of another server. */
    protected abstract String url(String hostAndPort, String name);

    /** Creates a user that may connect, and has no other right than to see the schema. */
    protected abstract void createUser(String user, String password) throws SQLException;

    /** Ends the URL of connections that write nothing. */
    protected abstract String readOnly();

    protected JdbcTechnology technology(String url, String user, String password, boolean autoCreate) throws SQLException {
        // H2 lets nobody but an administrator set that
        AgroalDataSource pool = new TestPools(user.equals(database.user()) ? url : url.replace(";DB_CLOSE_DELAY=-1", ""), user,
                password).transactional(2, TestDatabase.transactionManager());
        pools.add(pool);
        return JdbcSchemaContract.technology(pool, null, autoCreate);
    }

    private AuditStoreUnavailableException head(String url, String user, String password) throws SQLException {
        AuditStore store = technology(url, user, password, true).open("users");
        AuditStoreUnavailableException error = catchThrowableOfType(AuditStoreUnavailableException.class,
                () -> store.head("shop"));
        assertThat(error).hasMessageStartingWith("The audit store (datasource users) could not read its head: ")
                .hasMessageNotContaining(SECRET);
        return error;
    }

    private TargetSystemUnavailableException fence(JdbcTechnology technology) {
        ChangeTarget target = technology.open("inventory", "users");
        TargetSystemUnavailableException error = catchThrowableOfType(TargetSystemUnavailableException.class,
                () -> target.fence(Claims.of(1), "shop"));
        assertThat(error).hasMessageNotContaining(SECRET).hasMessageNotContaining("..");
        return error;
    }

    @Test
    void nothingAnswers() throws SQLException {
        AuditStoreUnavailableException error = head(url("127.0.0.1:1", "x"), "bob", SECRET);
        assertThat(error).hasMessageEndingWith("Nothing answers at 127.0.0.1:1" + UNREACHABLE);
        assertThat(error.awaited()).isEqualTo("datasource users at 127.0.0.1:1");
        TargetSystemUnavailableException target = fence(technology(url("127.0.0.1:1", "x"), "bob", SECRET, true));
        assertThat(target).hasMessageEndingWith("Nothing answers at 127.0.0.1:1" + UNREACHABLE);
        assertThat(target.awaited()).isEqualTo("datasource users at 127.0.0.1:1");
    }

    @Test
    void theHostIsUnknown() throws SQLException {
        AuditStoreUnavailableException error = head(url("nowhere.invalid:4711", "x"), "bob", SECRET);
        assertThat(error).hasMessageEndingWith("Nothing answers at nowhere.invalid:4711" + UNREACHABLE);
        assertThat(error.awaited()).isEqualTo("datasource users at nowhere.invalid:4711");
    }

    @Test
    void thePasswordIsWrong() throws SQLException {
        String user = "ada_" + System.nanoTime();
        createUser(user, "right");
        AuditStoreUnavailableException error = head(database.url(), user, SECRET);
        assertThat(error).hasMessageEndingWith("The server does not let this user in. Correct"
                + " quarkus.datasource.\"users\".username and quarkus.datasource.\"users\".password; that is not waited for");
        assertThat(error.awaited()).isNull();
        assertThat(fence(technology(database.url(), user, SECRET, true)).awaited()).isNull();
    }

    @Test
    void theDatabaseIsMissing() throws SQLException {
        AuditStoreUnavailableException error = head(url(null, "nowhere"), database.user(), database.password());
        assertThat(error).hasMessageEndingWith("The server has no such database. Correct"
                + " quarkus.datasource.\"users\".jdbc.url, or let an administrator create it; that is not waited for");
        assertThat(error.awaited()).isNull();
    }

    @Test
    void nothingMayBeWritten() throws SQLException {
        String advice = "The database takes no writes here: the server is a replica or set to read-only, or this user or the"
                + " connection is. Let quarkus.datasource.\"users\".jdbc.url name a server that takes writes, with a user that"
                + " may write";
        technology(database.url(), database.user(), database.password(), true).open("users").prepare();
        JdbcTechnology technology = technology(readOnly(), database.user(), database.password(), true);
        AuditStore store = technology.open("users");
        assertThat(store.head("shop")).isNotNull();
        assertThat(fence(technology)).hasMessageEndingWith(advice);
    }

    @Test
    void theUserMayNotReadTheTables() throws SQLException {
        technology(database.url(), database.user(), database.password(), true).open("users").prepare();
        String user = "ada_" + System.nanoTime();
        createUser(user, "right");
        JdbcTechnology technology = technology(database.url(), user, "right", true);
        String message = catchThrowableOfType(AuditStoreUnavailableException.class,
                () -> technology.open("users").head("shop")).getMessage();
        assertThat(message)
                .contains(". This user lacks a right. Check that its user may SELECT the tables of the audit store. An"
                        + " administrator gives it all that it needs there with:\n");
        run(message);
        assertThat(technology.open("users").head("shop")).isNotNull();
    }

    @Test
    void theUserMayNotCreateTheTables() throws Exception {
        String user = "ada_" + System.nanoTime();
        createUser(user, "right");
        JdbcTechnology technology = technology(database.url(), user, "right", true);
        AuditStore store = technology.open("users");
        ChangeTarget target = technology.open("inventory", "users");
        String message = catchThrowableOfType(AuditStoreUnavailableException.class, store::prepare).getMessage();
        assertThat(message).startsWith("The audit store (datasource users) can't be used: the user of the application may not"
                + " create tables (")
                .contains("), and tables are missing" + hidden() + ". Let an administrator run:\nCREATE TABLE ");
        run(message);
        JdbcSchemaContract.record(store);
        JdbcSchemaContract.apply(target, "a");
    }

    @Test
    void allStatementsAreToldAtOnce() throws Exception {
        String user = "ada_" + System.nanoTime();
        createUser(user, "right");
        JdbcTechnology technology = technology(database.url(), user, "right", false);
        AuditStore store = technology.open("users");
        ChangeTarget target = technology.open("inventory", "users");
        String message = catchThrowableOfType(AuditStoreUnavailableException.class, store::prepare).getMessage();
        assertThat(message).startsWith("The audit store (datasource users) can't be used: quarkus.flamingock.auto-create is"
                + " false, and tables are missing" + hidden() + ". Let an administrator run:\nCREATE TABLE ");
        for (String table : List.of("audit", "state", "head", "lock", "store", "fence", "marker")) {
            String name = database.quote("flamingock_" + table);
            assertThat(message).containsPattern("\nCREATE TABLE (IF NOT EXISTS )?[^ ]*" + name + " \\(")
                    .containsPattern("\nGRANT SELECT, INSERT, UPDATE ON [^ ]*" + name + " TO [^ ]*(?i:" + user + ")");
        }
        run(message);
        JdbcSchemaContract.record(store);
        JdbcSchemaContract.apply(target, "a");
    }

    private String hidden() {
        return database.dialect().hidesTables() ? ", or this user may not see them" : "";
    }

    /** As an administrator would who pastes it. */
    private void run(String message) throws SQLException {
        for (String statement : message.substring(message.lastIndexOf(":\n") + 2).split(";\n?")) {
            database.execute(statement);
        }
    }
}
