package io.quarkiverse.flamingock.runtime.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.runtime.engine.World;

/** An instance or an argument that can't be made: nothing has begun, so there is nothing to take back and nothing to settle. */
class PreparationTest {

    private final World world = new World();
    private final AtomicReference<Exception> error = new AtomicReference<>(new IllegalStateException("no configuration"));

    @ParameterizedTest
    @CsvSource({ "files, true, MANUAL_INTERVENTION", "files, true, ALWAYS_RETRY", "files, false, MANUAL_INTERVENTION",
            "db, false, MANUAL_INTERVENTION", "db, false, ALWAYS_RETRY", "db, true, MANUAL_INTERVENTION",
            "h2, true, MANUAL_INTERVENTION", "h2, false, MANUAL_INTERVENTION" })
    void leavesNothingAndIsTriedAgain(String target, boolean transactional, RecoveryStrategy recovery) {
        world.change("a", target, transactional, recovery, (effects, context) -> effects.add("a"),
                (effects, context) -> effects.add("rolled back")).unprepared("a", error::get);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("no configuration").hasMessageContaining("ROLLED_BACK");
        assertThat(world.files.effects()).isEmpty();
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.h2.effects()).isEmpty();
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLED_BACK 1");
        assertThat(world.engine().issues()).isEmpty();
        error.set(null);
        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.trail()).endsWith("a STARTED 2", "a EXECUTED 2");
    }

    /** What can't be rolled back, because its rollback can't be called, is left for a person. */
    @ParameterizedTest
    @CsvSource({ "files", "db" })
    void ofARollbackIsAFailedRollback(String target) {
        error.set(null);
        world.change("a", target, false, RecoveryStrategy.MANUAL_INTERVENTION, (effects, context) -> {
            effects.add("a");
            error.set(new IllegalStateException("no configuration"));
            throw new IllegalStateException("wrong");
        }, (effects, context) -> effects.add("rolled back")).unprepared("a", error::get);
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("ROLLBACK_FAILED").hasMessageContaining("no configuration").hasMessageContaining("wrong");
        assertThat(world.trail()).endsWith("a ROLLBACK_STARTED 1", "a ROLLBACK_FAILED 1");
    }
}
