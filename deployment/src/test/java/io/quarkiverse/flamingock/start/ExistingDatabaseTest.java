package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.test.servers.SharedPostgres;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusProdModeTest;

/**
 * An application takes in a database that exists already; later one of its changes is edited.
 */
class ExistingDatabaseTest {

    private static final String DATABASE = "existing";
    private static final Map<String, String> BASELINE = Map.of("quarkus.flamingock.baseline.to-order", "01",
            "quarkus.flamingock.baseline.reason", "made by hand");
    private static final Map<String, String> FAIL = Map.of("quarkus.flamingock.on-modified", "fail");
    private static final String ADVICE = "-Dquarkus.flamingock.accept.change-id=create"
            + " '-Dquarkus.flamingock.accept.reason=<why>' -jar /";

    @RegisterExtension
    static final QuarkusProdModeTest FIRST = application("existing_first", _01__Create.class, _03__Note.class);

    @RegisterExtension
    static final QuarkusProdModeTest EDITED = application("existing_edited", Edited._01__Create.class,
            Edited._04__Note.class);

    @Change(id = "create", author = "team")
    public static class _01__Create {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE product (id INT)");
        }
    }

    @Change(id = "colour", author = "team")
    public static class _02__Colour {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("ALTER TABLE product ADD COLUMN colour TEXT");
        }
    }

    @Change(id = "note", author = "team")
    public static class _03__Note {
        @Apply
        void apply(Connection connection) {
            throw new AssertionError("must not run");
        }
    }

    /** The next version. */
    static class Edited {

        @Change(id = "create", author = "team")
        public static class _01__Create {
            @Apply
            void apply(Connection connection) throws SQLException {
                connection.createStatement().execute("CREATE TABLE product (id BIGINT)");
            }
        }

        @Change(id = "note", author = "team")
        public static class _04__Note {
            @Apply
            void apply(Connection connection) {
                throw new AssertionError("must not run");
            }
        }
    }

    @Test
    void onlyWhatIsLeftIsAppliedAndAnEditIsToldUntilItIsAccepted() {
        Databases.execute(SharedPostgres.url(DATABASE), "CREATE TABLE product (id INT)");

        assertThat(exit(FIRST,
                Map.of("quarkus.flamingock.fix.change-id", "note", "quarkus.flamingock.fix.resolution", "EXECUTED",
                        "quarkus.flamingock.fix.reason", "seen"),
                0)).contains("Change 'note' was never executed here and is recorded as"
                        + " MANUAL_MARKED_AS_EXECUTED now; the next run will skip it. Nothing was applied.");
        assertThat(start(FIRST, BASELINE))
                .contains("Baseline: 1 change is recorded as executed without running it: create",
                        "Flamingock applied 1 change ");
        assertThat(trail()).containsExactly("note MANUAL_MARKED_AS_EXECUTED OPERATOR: seen",
                "create MANUAL_MARKED_AS_EXECUTED BASELINE: made by hand", "colour STARTED null",
                "colour EXECUTED null");
        assertThat(Databases.query(SharedPostgres.url(DATABASE), "SELECT change_id, state FROM flamingock_marker"
                + " ORDER BY token, change_id")).containsExactlyInAnyOrder("colour APPLIED", "create APPLIED", "note APPLIED");
        assertThat(statementsOf(() -> assertThat(start(FIRST, BASELINE)).contains("nothing pending, 3 changes are up to date")))
                .as("of a start with nothing pending").hasSize(1);

        assertThat(start(EDITED, BASELINE)).contains("its code was edited after it was executed",
                "executed with order 03, now 04", ADVICE);
        assertThat(statementsOf(() -> assertThat(start(EDITED, Map.of())).contains("Executed changes differ from today's code,"
                + " or from the order in it, and are not applied again: create, note.", ADVICE)))
                .as("of a start that tells of an edit").hasSize(1);
        assertThat(exit(EDITED, FAIL, 1)).contains("its code was edited after it was executed", ADVICE);

        assertThat(exit(EDITED, accept("create", "<why>"), 1)).contains("that needs a reason, for the audit");
        assertThat(exit(EDITED, accept("create", "ids have always been BIGINT"), 0))
                .contains("Change 'create' counts as executed with the code of today now. Nothing was applied.");
        assertThat(trail()).endsWith("create MANUAL_MARKED_AS_EXECUTED ACCEPTED: ids have always been BIGINT");
        assertThat(exit(EDITED, accept("note", "moved"), 0))
                .contains("Change 'note' counts as executed with the code of today now,"
                        + " and with order 04 instead of 03. Nothing was applied.");
        assertThat(start(EDITED, FAIL)).contains("nothing pending").doesNotContain("Executed changes differ");
        assertThat(exit(EDITED, Map.of("quarkus.flamingock.verify", "true"), 0)).contains("The audit is as it was written");
    }

    private static QuarkusProdModeTest application(String build, Class<?>... changes) {
        return new QuarkusProdModeTest().withApplicationRoot(jar -> jar.addClasses(changes).addClasses(_02__Colour.class))
                .setApplicationName(build)
                .setForcedDependencies(Stream.of("quarkus-jdbc-postgresql", "quarkus-jdbc-h2", "quarkus-rest")
                        .map(extension -> Dependency.of("io.quarkus", extension, Version.getVersion())).toList())
                .overrideConfigKey("quarkus.datasource.db-kind", "postgresql")
                .overrideConfigKey("quarkus.devservices.enabled", "false")
                .setRun(false);
    }

    private static String start(QuarkusProdModeTest application, Map<String, String> properties) {
        application.setExpectExit(false).setRuntimeProperties(with(properties)).start();
        application.stop();
        return application.getStartupConsoleOutput();
    }

    private static String exit(QuarkusProdModeTest application, Map<String, String> properties, int code) {
        application.setExpectExit(true).setRuntimeProperties(with(properties)).start();
        assertThat(application.getExitCode()).as(application.getStartupConsoleOutput()).isEqualTo(code);
        return application.getStartupConsoleOutput();
    }

    private static Map<String, String> with(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("quarkus.datasource.jdbc.url", SharedPostgres.url(DATABASE));
        all.put("quarkus.flamingock.service", "shop");
        all.put("quarkus.http.port", "0");
        return all;
    }

    private static Map<String, String> accept(String change, String reason) {
        return Map.of("quarkus.flamingock.accept.change-id", change, "quarkus.flamingock.accept.reason", reason);
    }

    private static List<String> trail() {
        return Databases.query(SharedPostgres.url(DATABASE),
                "SELECT change_id, state, resolved_by FROM flamingock_audit ORDER BY sequence");
    }

    /** Those of the extension. */
    private static List<String> statementsOf(Runnable start) {
        int before = SharedPostgres.statements(DATABASE).size();
        start.run();
        List<String> all = SharedPostgres.statements(DATABASE);
        return all.subList(before, all.size()).stream().filter(statement -> statement.contains("flamingock_")).toList();
    }
}
