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
            + " '-Dquarkus.flamingock.accept.reason=<why>' -jar quarkus-run.jar";

    @RegisterExtension
    static final QuarkusProdModeTest FIRST = application(_01__Create.class, "existing_first");

    @RegisterExtension
    static final QuarkusProdModeTest EDITED = application(Edited._01__Create.class, "existing_edited");

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

    /** The next version. */
    static class Edited {

        @Change(id = "create", author = "team")
        public static class _01__Create {
            @Apply
            void apply(Connection connection) throws SQLException {
                connection.createStatement().execute("CREATE TABLE product (id BIGINT)");
            }
        }
    }

    @Test
    void onlyWhatIsLeftIsAppliedAndAnEditIsToldUntilItIsAccepted() {
        Databases.execute(SharedPostgres.url(DATABASE), "CREATE TABLE product (id INT)");

        assertThat(start(FIRST, BASELINE))
                .contains("Baseline: 1 changes are recorded as executed without running them: create",
                        "Flamingock applied 1 changes");
        assertThat(trail()).containsExactly("create MANUAL_MARKED_AS_EXECUTED BASELINE: made by hand", "colour STARTED null",
                "colour EXECUTED null");
        assertThat(Databases.query(SharedPostgres.url(DATABASE), "SELECT change_id, state FROM flamingock_marker"
                + " ORDER BY token, change_id")).containsExactlyInAnyOrder("colour APPLIED", "create APPLIED");
        assertThat(statementsOf(() -> assertThat(start(FIRST, BASELINE)).contains("nothing pending, 2 changes are up to date")))
                .as("of a start with nothing pending").hasSize(1);

        assertThat(start(EDITED, BASELINE)).contains("its code was edited after it was executed", ADVICE);
        assertThat(statementsOf(() -> assertThat(start(EDITED, Map.of())).contains("Executed changes differ from today's code,"
                + " or from the order in it, and are not applied again: create.", ADVICE)))
                .as("of a start that tells of an edit").hasSize(1);
        assertThat(exit(EDITED, FAIL, 1)).contains("EditedChangeException", ADVICE);

        assertThat(exit(EDITED, accept("<why>"), 1)).contains("that needs a reason, for the audit");
        assertThat(exit(EDITED, accept("ids have always been BIGINT"), 0))
                .contains("Change 'create' counts as executed with the code of today now. Nothing was applied.");
        assertThat(trail()).endsWith("create MANUAL_MARKED_AS_EXECUTED ACCEPTED: ids have always been BIGINT");
        assertThat(start(EDITED, FAIL)).contains("nothing pending").doesNotContain("Executed changes differ");
        assertThat(exit(EDITED, Map.of("quarkus.flamingock.verify", "true"), 0)).contains("The audit is as it was written");
    }

    private static QuarkusProdModeTest application(Class<?> first, String build) {
        return new QuarkusProdModeTest().withApplicationRoot(jar -> jar.addClasses(first, _02__Colour.class))
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

    private static Map<String, String> accept(String reason) {
        return Map.of("quarkus.flamingock.accept.change-id", "create", "quarkus.flamingock.accept.reason", reason);
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
