package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.NonTransactionalTargetSystem;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.result.PlannedAction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

/**
 * A start with a database and a system that is none.
 */
class StartTest {

    static final String URL = Databases.h2("start");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(_1__CreateTable.class, _2__EnableFlag.class, _3__AddRow.class,
                    Greeting.class, Flags.class, Targets.class, Observer.class, Databases.class))
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", URL)
            .overrideRuntimeConfigKey("quarkus.datasource.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.password", "sa")
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideConfigKey("quarkus.application.version", "1.2.3")
            .overrideRuntimeConfigKey("greeting.name", "Ada")
            .overrideRuntimeConfigKey("quarkus.flamingock.tag", "release-7")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.flamingock")
                    && record.getLevel().getName().equals("INFO"))
            .assertLogRecords(StartTest::assertLog);

    @Change(id = "create-table", author = "team")
    public static class _1__CreateTable {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE greeting (text VARCHAR(50))");
        }
    }

    @TargetSystem("flags")
    @Change(id = "enable-flag", author = "team")
    public static class _2__EnableFlag {
        @Apply
        void apply(Flags flags) {
            flags.enabled.add("greeting");
        }
    }

    @TargetSystem("default")
    @Change(id = "add-row", author = "team", description = "One greeting")
    public static class _3__AddRow {
        @Apply
        void apply(Connection connection, Greeting greeting, @ConfigProperty(name = "greeting.name") String name)
                throws SQLException {
            connection.createStatement().execute("INSERT INTO greeting VALUES ('" + greeting.to(name) + "')");
        }
    }

    @Singleton
    public static class Greeting {
        String to(String name) {
            return "Hello " + name;
        }
    }

    public static class Flags {
        final List<String> enabled = new ArrayList<>();
    }

    @Singleton
    public static class Targets {
        final Flags flags = new Flags();

        @Produces
        @Singleton
        @Identifier("flags")
        io.quarkiverse.flamingock.spi.ChangeTarget flags() {
            return NonTransactionalTargetSystem.of("flags").addDependency(flags);
        }
    }

    @Singleton
    public static class Observer {
        List<String> seenAtStart;

        void onStart(@Observes StartupEvent event) {
            seenAtStart = Databases.query(URL, "SELECT text FROM greeting");
        }
    }

    @Inject
    Flamingock flamingock;

    @Inject
    Observer observer;

    @Inject
    Targets targets;

    @Test
    void everythingIsAppliedBeforeStartupObserversRun() {
        assertThat(observer.seenAtStart).containsExactly("Hello Ada");
        assertThat(targets.flags.enabled).containsExactly("greeting");
        assertThat(Databases.trail(URL)).containsExactly("create-table STARTED", "create-table EXECUTED",
                "enable-flag STARTED", "enable-flag EXECUTED", "add-row STARTED", "add-row EXECUTED");
    }

    @Test
    void theFacadeTellsTheSame() {
        assertThat(flamingock.plan().changes()).extracting(change -> change.id() + " " + change.action())
                .containsExactly("create-table SKIP", "enable-flag SKIP", "add-row SKIP");
        assertThat(flamingock.plan().pending()).isEmpty();
        assertThat(flamingock.issues()).isEmpty();
        assertThat(flamingock.history(HistoryQuery.newest(1))).singleElement().satisfies(event -> {
            assertThat(event.changeId()).isEqualTo("add-row");
            assertThat(event.state()).isEqualTo(ChangeState.EXECUTED);
            assertThat(event.process().tag()).isEqualTo("release-7");
            assertThat(event.process().applicationVersion()).isEqualTo("1.2.3");
            assertThat(event.change().description()).isEqualTo("One greeting");
            assertThat(event.process().executedBy()).isEqualTo(System.getProperty("user.name"));
            assertThat(event.execution().duration()).isNotNull();
        });
    }

    @Test
    void applyingAgainDoesNothing() {
        ApplyResult result = flamingock.apply();

        assertThat(result.applied()).isEmpty();
        assertThat(result.skipped()).isEqualTo(3);
        assertThat(flamingock.plan().changes()).allMatch(change -> change.action() == PlannedAction.SKIP);
    }

    private static void assertLog(List<LogRecord> records) {
        List<String> lines = records.stream().map(record -> String.format(record.getMessage(), record.getParameters()))
                .toList();
        assertThat(lines.get(0)).as("the last line of the build").isEqualTo("Flamingock: 3 changes for 2 target systems");
        assertThat(lines.get(1)).matches("Applied change create-table to default in \\d+ ms");
        assertThat(lines.get(2)).matches("Applied change enable-flag to flags in \\d+ ms");
        assertThat(lines.get(3)).matches("Applied change add-row to default in \\d+ ms");
        assertThat(lines.get(4)).matches("Flamingock applied 3 changes in \\d+ ms \\(execution [0-9a-f-]{36}\\)");
        assertThat(lines.subList(1, lines.size())).filteredOn(line -> line.startsWith("Flamingock:"))
                .allMatch(line -> line.equals("Flamingock: nothing pending, 3 changes are up to date"));
    }
}
