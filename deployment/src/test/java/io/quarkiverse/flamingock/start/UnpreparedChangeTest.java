package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Changes whose instance or arguments can't be made: none of their methods has begun, so no rollback method may take anything
 * away, and nobody has anything to settle. With {@code on-issue=continue}, so that the application can be looked at.
 */
class UnpreparedChangeTest {

    static final String DATABASE = "unprepared";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(Broken.class, Unprepared.class, _0__Product.class, _1__Argument.class,
                    _2__ConstructorArgument.class, _3__Field.class, _4__Constructor.class, _5__Statement.class,
                    Databases.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", Databases.h2(DATABASE))
            .overrideRuntimeConfigKey("quarkus.datasource.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.password", "sa")
            .overrideConfigKey("quarkus.flamingock.target-systems.argument.datasource", "<default>")
            .overrideConfigKey("quarkus.flamingock.target-systems.constructor-argument.datasource", "<default>")
            .overrideConfigKey("quarkus.flamingock.target-systems.field.kind", "non-transactional")
            .overrideConfigKey("quarkus.flamingock.target-systems.constructor.kind", "non-transactional")
            .overrideConfigKey("quarkus.flamingock.target-systems.statement.datasource", "<default>")
            .overrideRuntimeConfigKey("quarkus.flamingock.on-issue", "continue");

    @Singleton
    public static class Broken {
        @PostConstruct
        void connect() {
            throw new IllegalStateException("no such broker");
        }
    }

    /** With a rollback method that takes away what a product table holds. */
    public abstract static class Unprepared {
        @Inject
        javax.sql.DataSource database;

        @Rollback
        void rollback() throws SQLException {
            try (Connection connection = database.getConnection()) {
                connection.createStatement().execute("DELETE FROM product");
            }
        }
    }

    @TargetSystem("default")
    @Change(id = "product", author = "team")
    public static class _0__Product {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE product (id INT)");
            connection.createStatement().execute("INSERT INTO product VALUES (1)");
        }
    }

    @TargetSystem("argument")
    @Change(id = "argument", author = "team", transactional = false)
    public static class _1__Argument extends Unprepared {
        @Apply
        void apply(Connection connection, Broken broken) {
            throw new AssertionError("must not run");
        }
    }

    @TargetSystem("constructor-argument")
    @Change(id = "constructor-argument", author = "team", transactional = false)
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    public static class _2__ConstructorArgument extends Unprepared {
        _2__ConstructorArgument(Connection connection, Broken broken) {
        }

        @Apply
        void apply() {
            throw new AssertionError("must not run");
        }
    }

    @TargetSystem("field")
    @Change(id = "field", author = "team")
    public static class _3__Field extends Unprepared {
        @Inject
        Broken broken;

        @Apply
        void apply() {
            throw new AssertionError("must not run");
        }
    }

    @TargetSystem("constructor")
    @Change(id = "constructor", author = "team")
    public static class _4__Constructor extends Unprepared {
        public _4__Constructor() {
            throw new IllegalStateException("no such broker");
        }

        @Apply
        void apply() {
            throw new AssertionError("must not run");
        }
    }

    /** The counterpart: it has begun, so its rollback method is called; on a table of its own. */
    @TargetSystem("statement")
    @Change(id = "statement", author = "team", transactional = false)
    public static class _5__Statement {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE price (id INT)");
            throw new IllegalStateException("half done");
        }

        @Rollback
        void rollback(Connection connection) throws SQLException {
            connection.createStatement().execute("DROP TABLE price");
        }
    }

    @Inject
    Flamingock flamingock;

    @Test
    void takesNothingAwayAndLeavesNoIssue() {
        for (String id : new String[] { "argument", "constructor-argument", "field", "constructor" }) {
            assertThat(flamingock.history(HistoryQuery.ofChange(id))).as(id).extracting(AuditEvent::state)
                    .extracting(Enum::name).containsExactly("ROLLED_BACK", "EXECUTION_FAILED", "STARTED");
        }
        assertThat(flamingock.history(HistoryQuery.ofChange("statement"))).extracting(AuditEvent::state)
                .extracting(Enum::name)
                .containsExactly("ROLLED_BACK", "ROLLBACK_STARTED", "EXECUTION_FAILED", "STARTED");
        assertThat(Databases.query(Databases.h2(DATABASE), "SELECT id FROM product")).containsExactly("1");
        assertThat(flamingock.issues()).isEmpty();
    }
}
