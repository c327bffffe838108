package io.quarkiverse.flamingock.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.runtime.engine.port.CallerTransaction;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;

/**
 * Code of changes that leaves a transaction open on its thread. Here it is a word.
 */
class LeftTransactionTest {

    private static final String LEFT = " left one open; that was rolled back";

    private final World world = new World();
    private final ThreadLocal<String> open = new ThreadLocal<>();
    private final ExecutorService pool = Executors.newSingleThreadExecutor();
    private final List<String> seen = new ArrayList<>();

    LeftTransactionTest() {
        world.caller = new CallerTransaction() {
            @Override
            public Suspended suspend() {
                return NOTHING;
            }

            @Override
            public Kept keep() {
                String before = open.get();
                return () -> {
                    if (open.get() == before) {
                        return null;
                    }
                    open.set(before);
                    return "left one open; that was rolled back";
                };
            }
        };
    }

    @AfterEach
    void endPool() {
        pool.shutdownNow();
        assertThat(open.get()).isNull();
    }

    @Test
    void inATransactionOfTheTargetSystem() {
        world.change("a", "db", (effects, context) -> {
            effects.add("a");
            open.set("a");
        });
        assertThatApplyFails("The apply method of change 'a'" + LEFT);
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLED_BACK 1");
        assertThat(world.db.effects()).isEmpty();
    }

    @Test
    void withoutATransaction() {
        world.change("a", "files", false, RecoveryStrategy.MANUAL_INTERVENTION, (effects, context) -> {
            effects.add("a");
            open.set("a");
        }, (effects, context) -> seen.add("rolled back in " + open.get()));
        assertThatApplyFails("The apply method of change 'a'" + LEFT);
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLBACK_STARTED 1",
                "a ROLLED_BACK 1");
        assertThat(seen).containsExactly("rolled back in null");
    }

    @Test
    void whereItThrows() {
        world.change("a", "files", false, RecoveryStrategy.MANUAL_INTERVENTION, (effects, context) -> {
            effects.add("a");
            open.set("a");
            throw new IllegalStateException("planted");
        }, (effects, context) -> seen.add("rolled back in " + open.get()));
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("planted").rootCause().hasMessageContaining("planted")
                .satisfies(error -> assertThat(error.getSuppressed()).singleElement().asString()
                        .contains("The apply method of change 'a'" + LEFT));
        assertThat(seen).containsExactly("rolled back in null");
    }

    @Test
    void inTheRollbackMethod() {
        world.change("a", "files", false, RecoveryStrategy.MANUAL_INTERVENTION, (effects, context) -> {
            throw new IllegalStateException("planted");
        }, (effects, context) -> open.set("a"));
        assertThatApplyFails("The rollback method of change 'a'" + LEFT);
        assertThat(world.trail()).endsWith("a ROLLBACK_STARTED 1", "a ROLLBACK_FAILED 1");
    }

    @Test
    void inTheProbe() {
        world.change("a", "files", (effects, context) -> effects.add("a"));
        world.probe("a", () -> {
            open.set("a");
            return ProbeResult.APPLIED;
        });
        world.engine().apply();
        assertThat(world.trail()).as("the probe has told nothing").containsExactly("a STARTED 1", "a EXECUTED 1");
    }

    @Test
    void inTheMakingOfWhatItNeeds() {
        world.change("a", "files", false, RecoveryStrategy.MANUAL_INTERVENTION, (effects, context) -> seen.add("applied"),
                (effects, context) -> seen.add("rolled back"));
        world.unprepared("a", () -> {
            open.set("a");
            return null;
        });
        assertThatApplyFails("The making of the instance and the arguments of the apply method of change 'a'" + LEFT);
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLED_BACK 1");
        assertThat(seen).as("nothing had begun").isEmpty();
    }

    @Test
    void onAThreadOfTheTargetSystem() {
        world.target(new DelegatingTarget(world.files) {
            @Override
            public Outcome execute(ChangeCall execution, Work work) {
                ChangeTarget files = world.files;
                return CompletableFuture.supplyAsync(() -> files.execute(execution, work), pool).join();
            }
        });
        world.change("a", "files", (effects, context) -> open.set("a"));
        assertThatApplyFails("The apply method of change 'a'" + LEFT);
        assertThat(CompletableFuture.supplyAsync(open::get, pool).join()).isNull();
    }

    @Test
    void theOneThatTheTargetSystemHasBegunStays() {
        world.target(new DelegatingTarget(world.files) {
            @Override
            public Outcome execute(ChangeCall execution, Work work) {
                open.set("its own");
                Outcome outcome = super.execute(execution, work);
                seen.add(open.get());
                open.remove();
                return outcome;
            }
        });
        world.change("a", "files", (effects, context) -> seen.add(open.get()));
        world.engine().apply();
        assertThat(seen).containsExactly("its own", "its own");
    }

    private void assertThatApplyFails(String message) {
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining(message);
    }
}
