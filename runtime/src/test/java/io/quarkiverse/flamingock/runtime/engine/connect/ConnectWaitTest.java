package io.quarkiverse.flamingock.runtime.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.engine.Engine;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.runtime.jdbc.LogCapture;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;

/**
 * An audit store, or a target system, that is not there yet.
 */
class ConnectWaitTest {

    private final World world = new World();

    @BeforeEach
    void oneChange() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
    }

    private void late(String awaited, int missing) {
        world.stores = store -> new LateStore(store, awaited, missing);
    }

    private static List<Duration> seconds(int... seconds) {
        return IntStream.of(seconds).mapToObj(Duration::ofSeconds).toList();
    }

    @Test
    void isWaitedForWithGrowingPauses() {
        late("datasource users at db:5432", 9);
        world.connectRetries = 9;
        try (LogCapture log = new LogCapture("io.quarkiverse.flamingock")) {
            assertThat(world.engine().apply().applied()).containsExactly("a");
            assertThat(log.messages()).contains(
                    "Waiting for datasource users at db:5432: nothing answers there, or no connection is left. Trying again in"
                            + " 1 s (1 of 9, quarkus.flamingock.connect-retries)",
                    "Waiting for datasource users at db:5432: nothing answers there, or no connection is left. Trying again in"
                            + " 2 s (2 of 9, quarkus.flamingock.connect-retries)");
        }
        assertThat(world.sleeps.subList(0, 9)).isEqualTo(seconds(1, 2, 4, 8, 16, 32, 64, 120, 120));
        assertThat(world.watchers).isZero();
    }

    @Test
    void isGivenUpAfterTheLastTry() {
        late("datasource users", 3);
        world.connectRetries = 2;
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessage("no answer, 0 to come");
        assertThat(world.sleeps).isEqualTo(seconds(1, 2));
    }

    @Test
    void isNotWaitedForWithoutRetriesOrHope() {
        late("datasource users", 1);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(AuditStoreUnavailableException.class);
        world.connectRetries = 5;
        late(null, 1);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(AuditStoreUnavailableException.class);
        assertThat(world.sleeps).isEmpty();
    }

    @Test
    void endsWithTheProcess() {
        late("datasource users", 5);
        world.connectRetries = 5;
        world.whileSleeping = () -> world.endRequested = true;
        assertThatThrownBy(() -> world.engine().apply()).hasMessage("no answer, 3 to come");
        assertThat(world.sleeps).hasSize(1);
    }

    @Test
    void isWaitedForByALookAtTheStartOnly() {
        LateStore[] store = new LateStore[1];
        world.stores = inMemory -> store[0] = new LateStore(inMemory, "datasource users", 1);
        world.connectRetries = 5;
        Engine engine = world.engine();
        assertThat(engine.status().pending()).hasSize(1);
        assertThat(world.sleeps).isEqualTo(seconds(1));

        store[0].missing = 1;
        assertThatThrownBy(engine::status).isInstanceOf(AuditStoreUnavailableException.class);
        assertThat(world.sleeps).as("a running application answers at once").hasSize(1);
    }

    @Test
    void mayBeATargetSystem() {
        int[] missing = { 2 };
        ChangeTarget db = world.db;
        world.target(new ChangeTarget() {
            @Override
            public String id() {
                return db.id();
            }

            @Override
            public boolean transactional() {
                return db.transactional();
            }

            @Override
            public boolean supplies(Class<?> type, String name) {
                return db.supplies(type, name);
            }

            @Override
            public Markers fence(Claim claim, String service) {
                if (missing[0]-- > 0) {
                    throw new TargetSystemUnavailableException("no answer", null, "datasource stock");
                }
                return db.fence(claim, service);
            }

            @Override
            public Outcome execute(ChangeCall execution, Work work) {
                return db.execute(execution, work);
            }
        });
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(TargetSystemUnavailableException.class);
        missing[0] = 2;
        world.connectRetries = 2;
        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.sleeps).isEqualTo(seconds(1, 2));
    }
}
