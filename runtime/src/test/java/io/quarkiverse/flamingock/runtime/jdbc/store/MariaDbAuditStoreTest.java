package io.quarkiverse.flamingock.runtime.jdbc.store;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.runtime.jdbc.target.JdbcTargetSystem;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.test.contract.Claims;

class MariaDbAuditStoreTest extends JdbcAuditStoreContract {

    MariaDbAuditStoreTest() {
        super(TestDatabase.mariaDb());
    }

    @Override
    protected String switchTo(String schema) {
        return "USE " + schema;
    }

    @Test
    void keepsKeysApartThatOtherCollationsTakeForOne() {
        store().prepare();
        List<String> ids = List.of("resume", "Resume", "résumé", "resume ", " resume");
        for (int i = 0; i < ids.size(); i++) {
            assertThat(store().write(write(i, event(i + 1, ids.get(i), ChangeState.EXECUTED)))).isTrue();
        }
        assertThat(store().snapshot("shop").states()).containsOnlyKeys(ids);
        assertThat(store().head("SHOP").sequence()).isZero();
    }

    @Test
    void holdsTheLongestKeysAndTexts() {
        store().prepare();
        String id = "變".repeat(255);
        assertThat(store().write(write(0, event(1, id, ChangeState.EXECUTION_FAILED, "變".repeat(4000))))).isTrue();
        assertThat(store().snapshot("shop").states().get(id).error()).hasSize(4000);
    }

    @Test
    void countsNeitherFoundNorChangedRows() throws Exception {
        MariaDbDataSource changed = as(database.user(), "?useAffectedRows=true");
        AuditStore store = new JdbcAuditStore("x", changed, "flamingock_");
        store.prepare();
        assertThat(store.write(write(0))).isTrue();
        assertThat(store.write(write(0))).isTrue();
        JdbcTargetSystem target = JdbcTargetSystem.of("inventory", changed, TestDatabase.transactionManager());
        target.fence(Claims.of(1), "shop");
        target.fence(Claims.of(1), "shop");
    }

    @Test
    void namesTheMissingRight() throws Exception {
        store().prepare();
        database.execute("CREATE OR REPLACE USER reader@'%' IDENTIFIED BY 'reader'");
        database.execute("GRANT CREATE TEMPORARY TABLES ON *.* TO reader@'%'");
        AuditStore store = new JdbcAuditStore("x", as("reader", ""), "flamingock_");
        assertThatThrownBy(() -> store.head("shop")).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageContaining("could not read its head").hasMessageContaining("SELECT command denied to user 'reader'");
        database.execute("GRANT SELECT ON " + database.name() + ".* TO reader@'%'");
        assertThatThrownBy(() -> store.write(write(0))).hasMessageContaining("could not record what happened")
                .hasMessageContaining("INSERT command denied to user 'reader'");
        store.prepare();
        assertThatThrownBy(() -> new JdbcAuditStore("x", as("reader", ""), "other_").prepare())
                .hasMessageContaining("the user of the application may not create tables (")
                .hasMessageContaining("CREATE command denied to user 'reader'")
                .hasMessageContaining("), and tables are missing. Let an administrator run:\nCREATE TABLE ")
                .hasMessageContaining("\nGRANT SELECT, INSERT, UPDATE ON ");
    }

    /** Row L3, in the middle of an audit write: the database ends it, and nothing of it is left. */
    @Test
    void aPausedWriterDoesNotHoldUpOthers() throws Exception {
        store().prepare();
        store().write(write(0, event(1, "a", ChangeState.STARTED)));
        CountDownLatch paused = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AuditStore stopped = new JdbcAuditStore("x", pausing(paused, goOn), "flamingock_");
        CompletableFuture<Boolean> late = CompletableFuture
                .supplyAsync(() -> stopped.write(write(1, event(2, "a", ChangeState.EXECUTION_FAILED))));
        paused.await();
        assertThat(store().write(write(1, event(2, "a", ChangeState.EXECUTED)))).isTrue();
        goOn.countDown();
        assertThatThrownBy(late::get).hasCauseInstanceOf(AuditStoreUnavailableException.class);
        assertThat(store().snapshot("shop").states().get("a").state()).isEqualTo(ChangeState.EXECUTED);
        assertThat(store().head("shop").sequence()).isEqualTo(2);
    }

    @Test
    void leavesThePoolAsItWas() throws Exception {
        DataSource pool = database.pool(1);
        AuditStore store = new JdbcAuditStore("x", pool, "flamingock_");
        store.prepare();
        store.write(write(0, event(1, "a", ChangeState.STARTED)));
        try (Connection connection = pool.getConnection();
                var row = connection.createStatement().executeQuery("SELECT @@idle_write_transaction_timeout")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    /** Stands still before an event is written, with the head and the lock held. */
    private DataSource pausing(CountDownLatch paused, CountDownLatch goOn) {
        return (DataSource) proxy(DataSource.class, database.dataSource(), (sql, connection) -> {
            if (sql.contains("flamingock_audit")) {
                paused.countDown();
                goOn.await();
            }
        });
    }

    private interface BeforeStatement {
        void of(String sql, Object connection) throws Exception;
    }

    private static Object proxy(Class<?> type, Object delegate, BeforeStatement before) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                before.of((String) arguments[0], proxy);
            }
            try {
                Object result = method.invoke(delegate, arguments);
                return method.getName().equals("getConnection") && type == DataSource.class
                        ? proxy(Connection.class, result, before)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private MariaDbDataSource as(String user, String options) throws SQLException {
        MariaDbDataSource dataSource = new MariaDbDataSource(database.url() + options);
        dataSource.setUser(user);
        dataSource.setPassword(user);
        return dataSource;
    }
}
