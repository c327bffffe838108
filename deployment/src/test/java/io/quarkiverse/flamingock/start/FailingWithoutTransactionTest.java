package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.result.Issue;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.test.servers.SharedPostgres;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Changes that throw outside of a transaction, with {@code on-issue=continue} so that the application can be looked at.
 */
class FailingWithoutTransactionTest {

    static final String DATABASE = "failing_without_transaction";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(_1__Undone.class, _2__Stuck.class, _3__Behind.class, _4__Partly.class,
                    _5__Fine.class, Databases.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "postgresql")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", SharedPostgres.url(DATABASE))
            .overrideConfigKey("quarkus.datasource.h2.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.h2.jdbc.url", Databases.h2(DATABASE))
            .overrideRuntimeConfigKey("quarkus.datasource.h2.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.h2.password", "sa")
            .overrideConfigKey("quarkus.flamingock.audit-store.datasource", "<default>")
            .overrideConfigKey("quarkus.flamingock.target-systems.bucket.kind", "non-transactional")
            .overrideConfigKey("quarkus.flamingock.target-systems.topic.kind", "non-transactional")
            .overrideRuntimeConfigKey("quarkus.flamingock.on-issue", "continue");

    @TargetSystem("bucket")
    @Change(id = "undone", author = "team")
    public static class _1__Undone {
        @Apply
        void apply() {
            throw new IllegalStateException("bucket is read-only");
        }

        @Rollback
        void rollback() {
        }
    }

    @TargetSystem("topic")
    @Change(id = "stuck", author = "team")
    public static class _2__Stuck {
        @Apply
        void apply() {
            throw new IllegalStateException("topic exists");
        }

        @Rollback
        void rollback() {
            throw new IllegalStateException("topic is in use");
        }
    }

    @TargetSystem("topic")
    @Change(id = "behind", author = "team")
    public static class _3__Behind {
        @Apply
        void apply() {
            throw new AssertionError("must not run");
        }
    }

    @TargetSystem("h2")
    @Change(id = "partly", author = "team")
    public static class _4__Partly {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE half (id INT)");
            throw new IllegalStateException("half done");
        }
    }

    @TargetSystem("default")
    @Change(id = "fine", author = "team")
    public static class _5__Fine {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE fine (id INT)");
        }
    }

    @Inject
    Flamingock flamingock;

    @Test
    void rollbacksAreCalledAndRecordedWithTheirErrors() {
        assertThat(Databases.trail(SharedPostgres.url(DATABASE))).startsWith("undone STARTED", "undone EXECUTION_FAILED",
                "undone ROLLBACK_STARTED",
                "undone ROLLED_BACK", "stuck STARTED", "stuck EXECUTION_FAILED", "stuck ROLLBACK_STARTED",
                "stuck ROLLBACK_FAILED", "partly STARTED",
                "partly EXECUTION_FAILED", "fine STARTED", "fine EXECUTED");
        AuditEvent stuck = flamingock.history(HistoryQuery.ofChange("stuck")).stream()
                .filter(event -> event.state() == ChangeState.ROLLBACK_FAILED).findFirst().orElseThrow();
        assertThat(stuck.error()).contains("topic is in use").contains("topic exists");
        assertThat(flamingock.issues()).extracting(Issue::changeId).contains("stuck");
    }

    @Test
    void anImplicitCommitIsNoticedAndLeavesAnIssue() {
        assertThat(flamingock.issues()).filteredOn(issue -> issue.changeId().equals("partly")).singleElement()
                .satisfies(issue -> assertThat(issue.state()).isEqualTo(ChangeState.EXECUTION_FAILED));
        assertThat(
                Databases.query(Databases.h2(DATABASE), "SELECT state FROM \"flamingock_marker\" WHERE change_id = 'partly'"))
                .containsExactly("IN_PROGRESS");
    }

    @Test
    void aSettledIssueUnblocksItsTargetSystem() {
        flamingock.fix("stuck", Resolution.EXECUTED, "made by hand");
        ApplyResult result = flamingock.apply();

        assertThat(result.blocked()).contains("behind", "undone").doesNotContain("stuck");
        assertThat(Databases.trail(SharedPostgres.url(DATABASE))).contains("stuck MANUAL_MARKED_AS_EXECUTED",
                "behind STARTED", "behind EXECUTION_FAILED");
    }
}
