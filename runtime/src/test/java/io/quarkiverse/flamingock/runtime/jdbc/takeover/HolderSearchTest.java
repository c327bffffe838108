package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.target.JdbcTargetSystem;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * Row T1, below the fence: the search itself never finds or ends the session of a holder whose token is not an older one.
 */
class HolderSearchTest {

    @ParameterizedTest
    @ValueSource(strings = { "postgres", "mariaDb" })
    void onlyStrictlyOlderHoldersAreFoundAndEnded(String product) throws Exception {
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (TestDatabase test = product.equals("postgres") ? TestDatabase.postgres() : TestDatabase.mariaDb()) {
            JdbcTargetSystem target = JdbcTargetSystem.of("inventory", test.pool(3), TestDatabase.transactionManager());
            target.fence(Claims.of(2), "shop");
            CompletableFuture<Outcome> healthy = CompletableFuture.supplyAsync(
                    () -> target.execute(new ChangeCall("shop", "a", "sum", 2, true), supply -> {
                        supply.find(Connection.class, null);
                        atWork.countDown();
                        goOn.await(1, TimeUnit.MINUTES);
                    }));
            assertThat(atWork.await(1, TimeUnit.MINUTES)).isTrue();
            Database database = new Database(test.pool(1), null, "flamingock_", true);
            try (Session session = database.open()) {
                HolderSearch search = HolderSearch.of(session.dialect());
                assertThat(search.find(session, session.tables(), "inventory", 1)).as("of an older one").isNull();
                assertThat(search.find(session, session.tables(), "inventory", 2)).as("of an equal one").isNull();
                Holder holder = search.find(session, session.tables(), "inventory", 3);
                assertThat(holder).as("of a newer one").isNotNull();
                assertThat(search.end(session, session.tables(), "inventory", 2, holder)).isFalse();
                assertThat(search.end(session, session.tables(), "inventory", 1, holder)).isFalse();
            }
            goOn.countDown();
            assertThat(healthy.get(1, TimeUnit.MINUTES)).isEqualTo(Outcome.APPLIED);
        }
    }
}
