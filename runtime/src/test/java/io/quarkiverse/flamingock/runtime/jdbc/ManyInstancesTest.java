package io.quarkiverse.flamingock.runtime.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.runtime.engine.ManyInstances;
import io.quarkiverse.flamingock.runtime.jdbc.lock.JdbcLeaseLock;
import io.quarkiverse.flamingock.runtime.jdbc.store.JdbcAuditStore;
import io.quarkiverse.flamingock.runtime.jdbc.target.JdbcTargetSystem;
import io.quarkiverse.flamingock.spi.Supply;

/**
 * Many instances of an application that start at once on a fresh database, each with a pool of its own: the tables of the
 * extension are created, every change is applied once, and no instance fails.
 */
class ManyInstancesTest {

    private static final int INSTANCES = 8;

    /** The databases. */
    enum Kind {

        H2(TestDatabase::h2),
        H2_SERVER(TestDatabase::h2Server),
        MARIADB(TestDatabase::mariaDb),
        POSTGRES(TestDatabase::postgres);

        private final Supplier<TestDatabase> open;

        Kind(Supplier<TestDatabase> open) {
            this.open = open;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyChangeIsAppliedOnceAndNobodyFails(Kind kind) throws Exception {
        try (TestDatabase database = kind.open.get()) {
            database.execute("CREATE TABLE effect (change_id VARCHAR(20), token BIGINT)");

            List<ManyInstances.Instance> instances = new ArrayList<>();
            for (int i = 0; i < INSTANCES; i++) {
                instances.add(instance(database.pool(3)));
            }
            List<ApplyResult> results = ManyInstances.startAll(instances);

            assertThat(results.stream().mapToInt(result -> result.applied().size()).sum()).isEqualTo(ManyInstances.CHANGES);
            assertThat(database.query("SELECT change_id FROM effect ORDER BY change_id")).hasSize(ManyInstances.CHANGES)
                    .doesNotHaveDuplicates();
            assertThat(database.query("SELECT state FROM " + database.quote("flamingock_audit") + " ORDER BY sequence"))
                    .hasSize(2 * ManyInstances.CHANGES).containsOnly("STARTED", "EXECUTED");
        }
    }

    private static ManyInstances.Instance instance(DataSource dataSource) {
        return new ManyInstances.Instance(JdbcTargetSystem.of("db", dataSource, TestDatabase.transactionManager()),
                new JdbcAuditStore("test", dataSource, "flamingock_"), new JdbcLeaseLock(dataSource, "flamingock_"),
                ManyInstancesTest::insert);
    }

    private static void insert(Supply supply, ChangeContext context) throws SQLException {
        Connection connection = (Connection) supply.find(Connection.class, null);
        try (var insert = connection.prepareStatement("INSERT INTO effect VALUES (?, ?)")) {
            insert.setString(1, context.changeId());
            insert.setLong(2, context.fencingToken());
            insert.executeUpdate();
        }
    }
}
