package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.result.Issue;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Changes for a database that holds a table of that name already: none of their rollback methods takes it away. With
 * {@code on-issue=continue}, so that the application can be looked at.
 */
class RefusedChangeTest {

    static final String DATABASE = "refused";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(Product.class, Audience.class, _1__Transactional.class, _2__Direct.class,
                    _3__Property.class, _4__Bean.class, _5__Second.class, _6__Constructor.class, Databases.class))
            .setBeforeAllCustomizer(() -> Databases.execute(Databases.h2(DATABASE), "CREATE TABLE product (id INT)",
                    "INSERT INTO product VALUES (1)"))
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", Databases.h2(DATABASE))
            .overrideRuntimeConfigKey("quarkus.datasource.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.password", "sa")
            .overrideConfigKey("quarkus.flamingock.target-systems.transactional.datasource", "<default>")
            .overrideConfigKey("quarkus.flamingock.target-systems.direct.datasource", "<default>")
            .overrideConfigKey("quarkus.flamingock.target-systems.property.datasource", "<default>")
            .overrideConfigKey("quarkus.flamingock.target-systems.bean.datasource", "<default>")
            .overrideConfigKey("quarkus.flamingock.target-systems.second.datasource", "<default>")
            .overrideConfigKey("quarkus.flamingock.target-systems.constructor.datasource", "<default>")
            .overrideConfigKey("product.table", "product")
            .overrideRuntimeConfigKey("quarkus.flamingock.on-issue", "continue");

    /** Takes away the table that it wanted to make. */
    public abstract static class Product {
        @Rollback
        void rollback(Connection connection) throws SQLException {
            execute(connection, "DROP TABLE product");
        }

        static void execute(Connection connection, String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    @Singleton
    public static class Audience {
    }

    @TargetSystem("transactional")
    @Change(id = "transactional", author = "team")
    public static class _1__Transactional extends Product {
        @Apply
        void apply(Connection connection) throws SQLException {
            execute(connection, "CREATE TABLE product (id INT, name VARCHAR(10))");
        }
    }

    @TargetSystem("direct")
    @Change(id = "direct", author = "team", transactional = false)
    public static class _2__Direct extends Product {
        @Apply
        void apply(DataSource database) throws SQLException {
            try (Connection connection = database.getConnection()) {
                execute(connection, "CREATE TABLE product (id INT, name VARCHAR(10))");
            }
        }
    }

    @TargetSystem("property")
    @Change(id = "property", author = "team", transactional = false)
    public static class _3__Property extends Product {
        @ConfigProperty(name = "product.table")
        String table;

        @Apply
        void apply(Connection connection, @ConfigProperty(name = "product.columns") Optional<List<String>> columns)
                throws SQLException {
            execute(connection, "CREATE TABLE " + table + " (id INT)");
        }
    }

    /** A bean may have had an effect that nobody saw. */
    @TargetSystem("bean")
    @Change(id = "bean", author = "team")
    public static class _4__Bean extends Product {
        @Apply
        void apply(Connection connection, Audience audience) throws SQLException {
            execute(connection, "CREATE TABLE product (id INT)");
        }
    }

    @TargetSystem("second")
    @Change(id = "second", author = "team")
    public static class _5__Second {
        @Apply
        void apply(Connection connection) throws SQLException {
            Product.execute(connection, "CREATE TABLE price (id INT)");
            Product.execute(connection, "CREATE TABLE product (id INT)");
        }

        @Rollback
        void rollback(Connection connection) throws SQLException {
            Product.execute(connection, "DROP TABLE price");
        }
    }

    @TargetSystem("constructor")
    @Change(id = "constructor", author = "team", transactional = false)
    public static class _6__Constructor {
        public _6__Constructor(Connection connection) throws SQLException {
            Product.execute(connection, "CREATE TABLE early (id INT)");
            Product.execute(connection, "CREATE TABLE product (id INT)");
        }

        @Apply
        void apply() {
            throw new AssertionError("must not run");
        }
    }

    @Inject
    Flamingock flamingock;

    private List<String> states(String id) {
        return flamingock.history(HistoryQuery.ofChange(id)).stream().map(AuditEvent::state).map(Enum::name).toList();
    }

    @Test
    void leavesWhatWasThereBefore() {
        for (String id : new String[] { "transactional", "direct", "property" }) {
            assertThat(states(id)).as(id).containsExactly("ROLLED_BACK", "EXECUTION_FAILED", "STARTED");
        }
        assertThat(states("bean")).containsExactly("EXECUTION_FAILED", "STARTED");
        assertThat(states("second")).containsExactly("ROLLED_BACK", "ROLLBACK_STARTED", "EXECUTION_FAILED", "STARTED");
        assertThat(states("constructor")).containsExactly("EXECUTION_FAILED", "STARTED");
        assertThat(flamingock.issues()).extracting(Issue::changeId).containsExactly("bean", "constructor");
        String url = Databases.h2(DATABASE);
        assertThat(Databases.query(url, "SELECT id FROM product")).containsExactly("1");
        assertThat(Databases.query(url, "SELECT lower(table_name) FROM information_schema.tables"
                + " WHERE lower(table_name) IN ('price', 'early')")).containsExactly("early");
    }
}
