package io.quarkiverse.flamingock.spanning;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.inject.Named;

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
import io.quarkiverse.flamingock.start.Databases;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Changes of two databases and a cache: nothing that was there before is taken away by one that fails.
 */
class SpanningDatabasesTest {

    private static final String ORDERS = "spanning-orders";
    private static final String STOCK = "spanning-stock";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application();

    private static QuarkusUnitTest application() {
        QuarkusUnitTest test = new QuarkusUnitTest()
                .overrideConfigKey("quarkus.devservices.enabled", "false")
                .withApplicationRoot(jar -> jar.addClasses(Cache.class, Cache.Producer.class, Place.class, _1__Applied.class,
                        _2__Failed.class, _3__There.class, _4__Open.class, _5__Refused.class, Databases.class))
                .setBeforeAllCustomizer(() -> {
                    Databases.execute(Databases.h2(ORDERS), "CREATE TABLE customer (id INT PRIMARY KEY)",
                            "INSERT INTO customer VALUES (0)");
                    Databases.execute(Databases.h2(STOCK), "CREATE TABLE item (id INT PRIMARY KEY)",
                            "INSERT INTO item VALUES (0)");
                });
        for (String name : List.of("orders", "stock")) {
            String datasource = "quarkus.datasource." + name;
            test.overrideConfigKey(datasource + ".db-kind", "h2")
                    .overrideRuntimeConfigKey(datasource + ".jdbc.url", Databases.h2("spanning-" + name))
                    .overrideRuntimeConfigKey(datasource + ".username", "sa")
                    .overrideRuntimeConfigKey(datasource + ".password", "sa")
                    .overrideRuntimeConfigKey(datasource + ".jdbc.max-size", "2");
            for (int i = 1; i <= 5; i++) {
                test.overrideConfigKey("quarkus.flamingock.target-systems." + name + i + ".datasource", name);
            }
        }
        return test.overrideConfigKey("quarkus.flamingock.audit-store.datasource", "orders")
                .overrideRuntimeConfigKey("quarkus.flamingock.on-issue", "continue")
                .setLogRecordPredicate(record -> record.getMessage().contains("can have effects"))
                .assertLogRecords(records -> assertThat(records).as("they name all that they are given").isEmpty());
    }

    /** A place for what all of them do. */
    public static final class Place {
        private Place() {
        }

        static void execute(Connection connection, String... statements) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }
    }

    @TargetSystem(id = "orders1", also = { "stock1", "cache" })
    @Change(id = "applied", author = "team")
    public static class _1__Applied {
        @Apply
        void apply(Connection orders, @Named("stock1") Connection stock, @Named("stock1") DataSource stocks, Cache cache)
                throws SQLException {
            Place.execute(orders, "INSERT INTO customer VALUES (1)");
            Place.execute(stock, "INSERT INTO item VALUES (1)");
            try (Connection second = stocks.getConnection()) {
                assertThat(second.getAutoCommit()).isTrue();
                Place.execute(second, "INSERT INTO item VALUES (11)");
            }
            cache.put("applied", "yes");
        }

        @Rollback
        void rollback() {
            throw new AssertionError("must not run");
        }
    }

    @TargetSystem(id = "orders2", also = "stock2")
    @Change(id = "failed", author = "team")
    public static class _2__Failed {
        @Apply
        void apply(Connection orders, @Named("stock2") Connection stock) throws SQLException {
            Place.execute(stock, "INSERT INTO item VALUES (2)");
            Place.execute(orders, "INSERT INTO customer VALUES (2)", "INSERT INTO customer VALUES (0)");
        }

        @Rollback
        void rollback(Connection orders, @Named("stock2") Connection stock) throws SQLException {
            Place.execute(stock, "DELETE FROM item WHERE id = 2");
            Place.execute(orders, "DELETE FROM customer WHERE id IN (0, 2)");
        }
    }

    @TargetSystem(id = "orders3", also = "stock3")
    @Change(id = "there", author = "team")
    public static class _3__There {
        @Apply
        void apply(Connection orders, @Named("stock3") Connection stock) throws SQLException {
            Place.execute(stock, "INSERT INTO item VALUES (3)");
            Place.execute(orders, "CREATE TABLE customer (id INT)");
        }

        @Rollback
        void rollback(Connection orders, @Named("stock3") Connection stock) throws SQLException {
            Place.execute(orders, "DROP TABLE customer");
            Place.execute(stock, "DELETE FROM item WHERE id = 3");
        }
    }

    @TargetSystem(id = "orders4", also = "stock4")
    @Change(id = "open", author = "team")
    public static class _4__Open {
        @Apply
        void apply(Connection orders, @Named("stock4") Connection stock) throws SQLException {
            Place.execute(orders, "INSERT INTO customer VALUES (4)");
            stock.setAutoCommit(false);
            Place.execute(stock, "INSERT INTO item VALUES (4)");
        }

        @Rollback
        void rollback() {
            throw new AssertionError("must not run");
        }
    }

    @TargetSystem(id = "orders5", also = "stock5")
    @Change(id = "refused", author = "team")
    public static class _5__Refused {
        @Apply
        void apply(Connection orders, @Named("stock5") Connection stock) throws SQLException {
            Place.execute(orders, "INSERT INTO customer VALUES (5)");
            Place.execute(stock, "INSERT INTO item VALUES (0)");
        }

        @Rollback
        void rollback(@Named("stock5") Connection stock) throws SQLException {
            Place.execute(stock, "DELETE FROM item WHERE id = 0");
        }
    }

    @Inject
    Flamingock flamingock;

    private List<String> states(String id) {
        return flamingock.history(HistoryQuery.ofChange(id)).stream().map(AuditEvent::state).map(Enum::name).toList();
    }

    private String error(String id) {
        return flamingock.history(HistoryQuery.ofChange(id)).stream().filter(event -> event.execution().error() != null)
                .findFirst().orElseThrow().execution().error();
    }

    @Test
    void takesBackWhatTheyDidAndNothingElse() {
        assertThat(states("applied")).containsExactly("EXECUTED", "STARTED");
        assertThat(states("failed")).containsExactly("ROLLED_BACK", "ROLLBACK_STARTED", "EXECUTION_FAILED", "STARTED");
        assertThat(states("there")).containsExactly("EXECUTION_FAILED", "STARTED");
        assertThat(error("open")).contains("Change open left a transaction open on a connection to target system stock4, or"
                + " autocommit off; what it had not committed was rolled back.");
        assertThat(states("open")).as("how much of it was undone nobody knows").containsExactly("EXECUTION_FAILED", "STARTED");
        assertThat(states("refused")).containsExactly("ROLLED_BACK", "EXECUTION_FAILED", "STARTED");
        assertThat(flamingock.issues()).extracting(Issue::changeId).containsExactlyInAnyOrder("there", "open");
        assertThat(Databases.query(Databases.h2(ORDERS), "SELECT id FROM customer ORDER BY id")).containsExactly("0", "1");
        assertThat(Databases.query(Databases.h2(STOCK), "SELECT id FROM item ORDER BY id")).containsExactly("0", "1", "3",
                "11");
        assertThat(Cache.CACHE).containsEntry("applied", "yes");
    }
}
