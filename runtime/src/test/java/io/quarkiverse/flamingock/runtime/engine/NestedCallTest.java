package io.quarkiverse.flamingock.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.NestedCallException;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.result.BaselineScope;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;

/**
 * Changes that call the facade that runs them.
 */
class NestedCallTest {

    private final World world = new World();
    private final ExecutorService pool = Executors.newSingleThreadExecutor();
    private Engine engine;

    @BeforeEach
    void poolIsOlderThanTheCall() {
        CompletableFuture.runAsync(() -> {
        }, pool).join();
    }

    @AfterEach
    void endPool() {
        pool.shutdownNow();
    }

    static Stream<Named<Consumer<Engine>>> whatWouldWaitForItself() {
        return Stream.of(Named.of("apply()", Engine::apply), Named.of("rebuild()", Engine::rebuild),
                Named.of("baseline()", engine -> engine.baseline(BaselineScope.to("a"), null)),
                Named.of("accept()", engine -> engine.accept("a", "meant")),
                Named.of("fix()", engine -> engine.fix("a", Resolution.EXECUTED, null)));
    }

    @ParameterizedTest
    @MethodSource("whatWouldWaitForItself")
    void aChangeFailsWithIt(Consumer<Engine> call) {
        world.change("a", "db", (effects, context) -> {
            effects.add("a");
            call.accept(engine);
        });
        assertThatApplyFails("was called while the apply method of change 'a' ran, by its thread or one that was started by"
                + " it. It would wait for itself, so it was refused.");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLED_BACK 1");
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.sleeps).isEmpty();
    }

    @Test
    void evenWhereItCatchesTheError() {
        world.change("a", "files", (effects, context) -> {
            assertThatThrownBy(() -> engine.apply()).isInstanceOf(NestedCallException.class);
            effects.add("a");
        });
        assertThatApplyFails("Flamingock.apply() was called while the apply method of change 'a' ran");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1");
    }

    @Test
    void inAThreadThatItStarted() {
        world.change("a", "db", (effects, context) -> {
            Thread thread = new Thread(() -> engine.apply());
            thread.setUncaughtExceptionHandler((any, error) -> {
            });
            thread.start();
            thread.join();
        });
        assertThatApplyFails("Flamingock.apply() was called while the apply method of change 'a' ran");
    }

    @Test
    void inItsRollbackMethod() {
        world.change("a", "files", false, RecoveryStrategy.MANUAL_INTERVENTION, (effects, context) -> {
            throw new IllegalStateException("planted");
        }, (effects, context) -> engine.fix("a", Resolution.ROLLED_BACK, null));
        assertThatThrownBy(() -> apply()).hasMessageContaining("planted")
                .hasMessageContaining("Flamingock.fix() was called while the rollback method of change 'a' ran");
        assertThat(world.trail()).endsWith("a ROLLBACK_STARTED 1", "a ROLLBACK_FAILED 1");
    }

    @Test
    void inItsProbe() {
        world.change("a", "files", (effects, context) -> effects.add("a"));
        world.probe("a", () -> {
            engine.apply();
            return ProbeResult.APPLIED;
        });
        apply();
        assertThat(world.trail()).as("the probe has told nothing").containsExactly("a STARTED 1", "a EXECUTED 1");
    }

    @Test
    void whereTheTargetSystemHasAThreadOfItsOwn() {
        world.target(new Elsewhere(world.files, pool));
        world.change("a", "files", (effects, context) -> engine.apply());
        assertThatApplyFails("Flamingock.apply() was called while the apply method of change 'a' ran");
    }

    @Test
    void inATargetSystem() {
        world.target(new Elsewhere(world.files, pool) {

            @Override
            public Markers fence(Claim claim, String service, BooleanSupplier ended) {
                engine.apply();
                return super.fence(claim, service, ended);
            }
        });
        world.change("a", "files", (effects, context) -> effects.add("a"));
        assertThatThrownBy(this::apply).isInstanceOf(NestedCallException.class).hasMessageStartingWith(
                "Flamingock.apply() was called while Flamingock.apply() ran a target system, an audit store or a bean,");
        assertThat(world.files.effects()).isEmpty();
    }

    @Test
    void readingIsAllowed() {
        world.change("a", "db", (effects, context) -> {
            assertThat(engine.plan().pending()).hasSize(1);
            assertThat(engine.history(HistoryQuery.newest(1))).hasSize(1);
            assertThat(engine.verify().intact()).isTrue();
            effects.add("a");
        });
        assertThat(apply().applied()).containsExactly("a");
    }

    @Test
    void anotherThreadWaits() {
        CountDownLatch waiting = new CountDownLatch(1);
        world.change("a", "db", (effects, context) -> {
            CompletableFuture<?> other = CompletableFuture.supplyAsync(() -> engine.apply(), pool);
            waiting.await();
            assertThat(other).isNotDone();
        });
        world.whileSleeping = waiting::countDown;
        assertThat(apply().applied()).containsExactly("a");
    }

    @Test
    void whatTheChangeHasStartedIsFreeOnceItHasEnded() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        CompletableFuture<Integer> skipped = new CompletableFuture<>();
        world.change("a", "db", (effects, context) -> new Thread(() -> {
            ended.join();
            skipped.complete(engine.apply().skipped());
        }).start());
        apply();
        ended.complete(null);
        assertThat(skipped.join()).isEqualTo(1);
        assertThat(apply().skipped()).isEqualTo(1);
    }

    /** Runs changes on threads that know nothing of who called. */
    private static class Elsewhere extends DelegatingTarget {

        private final ExecutorService pool;

        Elsewhere(ChangeTarget target, ExecutorService pool) {
            super(target);
            this.pool = pool;
        }

        @Override
        public Outcome execute(ChangeCall execution, Work work) {
            return CompletableFuture.supplyAsync(() -> super.execute(execution, work), pool).join();
        }
    }

    private ApplyResult apply() {
        engine = world.engine();
        return engine.apply();
    }

    private void assertThatApplyFails(String message) {
        assertThatThrownBy(this::apply).isInstanceOf(ChangeFailedException.class).hasMessageContaining(message);
    }
}
