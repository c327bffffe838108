package io.quarkiverse.flamingock.runtime.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.flamingock.ApplyResult;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.runtime.engine.Background;
import io.quarkiverse.flamingock.runtime.engine.ChangeInvoker;
import io.quarkiverse.flamingock.runtime.engine.Engine;
import io.quarkiverse.flamingock.runtime.engine.Identity;
import io.quarkiverse.flamingock.runtime.engine.OnIssue;
import io.quarkiverse.flamingock.runtime.engine.OnModified;
import io.quarkiverse.flamingock.runtime.engine.OnOutOfOrder;
import io.quarkiverse.flamingock.runtime.engine.Platform;
import io.quarkiverse.flamingock.runtime.engine.ProcessEnd;
import io.quarkiverse.flamingock.runtime.engine.Settings;
import io.quarkiverse.flamingock.runtime.engine.Ticker;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.Invocation;
import io.quarkiverse.flamingock.runtime.pipeline.Pipeline;
import io.quarkiverse.flamingock.spi.Failpoints;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.spi.TargetSystem;

/**
 * Many instances of an application that start at once on a fresh database, each with a pool of its own: the tables of the
 * extension are created, every change is applied once, and no instance fails.
 */
class ManyInstancesTest {

    private static final Background.Task NOTHING = () -> {
    };
    private static final int INSTANCES = 8;
    private static final int CHANGES = 12;

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

            List<ApplyResult> results = startAll(database);

            assertThat(results.stream().mapToInt(result -> result.applied().size()).sum()).isEqualTo(CHANGES);
            assertThat(database.query("SELECT change_id FROM effect ORDER BY change_id")).hasSize(CHANGES)
                    .doesNotHaveDuplicates();
            assertThat(database.query("SELECT state FROM " + database.quote("flamingock_audit") + " ORDER BY sequence"))
                    .hasSize(2 * CHANGES).containsOnly("STARTED", "EXECUTED");
        }
    }

    private static List<ApplyResult> startAll(TestDatabase database) throws Exception {
        CyclicBarrier start = new CyclicBarrier(INSTANCES);
        ExecutorService threads = Executors.newFixedThreadPool(INSTANCES);
        try {
            List<Future<ApplyResult>> instances = new ArrayList<>();
            for (int i = 0; i < INSTANCES; i++) {
                Engine engine = instance(database.pool(3));
                instances.add(threads.submit(() -> {
                    start.await();
                    return engine.apply();
                }));
            }
            List<ApplyResult> results = new ArrayList<>();
            for (Future<ApplyResult> instance : instances) {
                results.add(instance.get(2, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Engine instance(DataSource dataSource) {
        TargetSystem target = JdbcTargetSystem.of("db", dataSource, TestDatabase.transactionManager());
        List<ChangeDescriptor> changes = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            String id = String.format("%02d", i);
            changes.add(new ChangeDescriptor(id, id, "team", "", "com.acme._" + id, "db", true,
                    RecoveryStrategy.MANUAL_INTERVENTION, "v1", List.of(), apply(id), null, null));
        }
        return new Engine(new Pipeline(changes, List.of(), null, "fingerprint"),
                new Settings("default", new Settings.Policies(OnIssue.STOP, OnModified.WARN, OnOutOfOrder.WARN, true),
                        Duration.ofSeconds(30), new Settings.Limits(5, 3), null, "%s"),
                new Identity("bob", "host", "1", "1"), new JdbcAuditStore("test", dataSource, "flamingock_"),
                new JdbcLeaseLock(dataSource, "flamingock_"), id -> target, new Invoker(),
                new Platform(new Time(), (period, task) -> NOTHING, () -> UUID.randomUUID().toString(), new NoEnd(),
                        Failpoints.NONE));
    }

    private static Invocation apply(String id) {
        return new Invocation("com.acme._" + id + "#apply",
                arguments -> {
                    try (var insert = ((Connection) arguments[0]).prepareStatement("INSERT INTO effect VALUES (?, ?)")) {
                        insert.setString(1, id);
                        insert.setLong(2, ((ChangeContext) arguments[1]).fencingToken());
                        return insert.executeUpdate();
                    }
                }, List.of());
    }

    private static final class Invoker implements ChangeInvoker {

        @Override
        public Object invoke(Invocation invocation, Supply supply, ChangeContext context) throws Exception {
            return invocation.code().invoke(new Object[] { supply.find(Connection.class, null), context });
        }

        @Override
        public boolean canSupply(Argument argument, TargetSystem target) {
            return true;
        }
    }

    private static final class NoEnd implements ProcessEnd {

        @Override
        public Background.Task watch() {
            return NOTHING;
        }

        @Override
        public boolean requested() {
            return false;
        }
    }

    private static final class Time implements Ticker {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
    }
}
