package io.quarkiverse.flamingock.runtime.engine.apply;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.runtime.engine.SpanningCode;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.test.memory.Effects;

/** A change of {@code db} and {@code files} that does as a test says. */
abstract class SpanningRow {

    final World world = new World();
    String failure;
    boolean refusesToRollBack;
    final SpanningCode code = new SpanningCode() {
        @Override
        protected void apply(Effects db, Effects files, ChangeContext context) {
            db.add("row " + context.attempt());
            files.add("file " + context.attempt());
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        protected void rollback(Effects db, Effects files) {
            db.add("taken back");
            files.add("taken back");
            if (refusesToRollBack) {
                throw new IllegalStateException("cannot");
            }
        }
    };

    final void change() {
        code.in(world, "a");
    }

    final void fails(String message) {
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining(message);
    }
}
