package io.quarkiverse.flamingock.runtime.engine.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.result.BaselineResult;
import io.quarkiverse.flamingock.result.BaselineScope;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.engine.DelegatingTarget;
import io.quarkiverse.flamingock.runtime.engine.SpanningCode;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;
import io.quarkiverse.flamingock.test.memory.Effects;

/**
 * A database that exists already: nothing of what is there is run.
 */
class BaselineTest {

    private final World world = new World();

    @BeforeEach
    void fourChanges() {
        for (String id : List.of("a", "c", "d")) {
            world.change(id, "db", (effects, context) -> effects.add(id));
        }
        world.change("b", "files", (effects, context) -> effects.add("b"));
    }

    @Test
    void aStartAppliesOnlyWhatIsLeft() {
        BaselineResult result = world.engine().baseline(BaselineScope.to("c"), "made by hand in 2019");

        assertThat(result).isEqualTo(new BaselineResult(List.of("a", "b", "c"), List.of(), null));
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.trail()).containsExactly("a MANUAL_MARKED_AS_EXECUTED 1 by BASELINE: made by hand in 2019",
                "b MANUAL_MARKED_AS_EXECUTED 1 by BASELINE: made by hand in 2019",
                "c MANUAL_MARKED_AS_EXECUTED 1 by BASELINE: made by hand in 2019");
        assertThat(world.events()).allMatch(event -> event.settlement().token() == 0 && event.token() == 1
                && event.process().executedBy().equals("bob"));
        assertThat(world.store.holder("db")).isNull();

        assertThat(world.engine().apply().applied()).containsExactly("d");
        assertThat(world.db.effects()).containsExactly("d");
        assertThat(world.files.effects()).isEmpty();
        int reads = world.store.reads();
        assertThat(world.engine().apply().skipped()).isEqualTo(4);
        assertThat(world.store.reads() - reads).isEqualTo(1);
        assertThat(world.engine().verify().intact()).isTrue();
    }

    @Test
    void changesCanBeNamedAfterAFirstStart() {
        world.remove("b").remove("c").engine().apply();
        fourChanges();

        assertThat(world.engine().baseline(BaselineScope.of("d", "c", "a"), null))
                .isEqualTo(new BaselineResult(List.of("c"), List.of("a", "d"), null));
        assertThat(world.trail()).endsWith("c MANUAL_MARKED_AS_EXECUTED 1 by BASELINE");
        assertThat(world.engine().apply().applied()).containsExactly("b");
    }

    @Test
    void onceMoreItRecordsNothing() {
        world.engine().baseline(BaselineScope.to("d"), null);
        int events = world.events().size();

        assertThat(world.engine().baseline(BaselineScope.to("d"), null))
                .isEqualTo(new BaselineResult(List.of(), List.of("a", "b", "c", "d"), null));
        assertThat(world.events()).hasSize(events);
    }

    @Test
    void aTransactionThatWasUndoneMayHaveFoundWhatIsThere() {
        world.change("a", "db", (effects, context) -> {
            throw new IllegalStateException("table is there");
        });
        assertThatThrownBy(() -> world.engine().apply()).hasMessageContaining("table is there");
        assertThat(world.trail()).last().isEqualTo("a ROLLED_BACK 1");

        assertThat(world.engine().baseline(BaselineScope.of("a"), null).executed()).containsExactly("a");
        assertThat(world.engine().apply().applied()).containsExactly("b", "c", "d");
    }

    @Test
    void aLostAuditStoreIsRecovered() {
        world.engine().baseline(BaselineScope.to("c"), null);
        world.engine().apply();
        world.store.lose(World.SERVICE);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(UnresolvedIssueException.class)
                .hasMessageContaining("would be applied a second time: b.");
        assertThat(world.engine().rebuild().executed()).containsExactly("a", "c", "d");
        assertThat(world.db.effects()).containsExactly("d");
    }

    @Test
    void killedBeforeTheMarkersItIsCompletedByTheNext() {
        beforeMarker(call -> {
            world.store.down(true);
            throw new Killed();
        });
        assertThatThrownBy(() -> world.engine().baseline(BaselineScope.to("c"), null)).isInstanceOf(Killed.class);
        world.store.down(false);
        world.clock.advance(World.LEASE.plusSeconds(1));
        world.target(world.db);
        assertThat(world.engine().plan().pending()).extracting(change -> change.id()).containsExactly("d");

        assertThat(world.engine().baseline(BaselineScope.to("c"), null).skipped()).containsExactly("a", "b", "c");

        world.store.lose(World.SERVICE);
        assertThat(world.engine().rebuild().executed()).containsExactly("a", "c");
    }

    @Test
    void aMarkerThatCannotBeWrittenIsSaid() {
        world.target(new DelegatingTarget(world.db) {
            @Override
            public Outcome execute(ChangeCall execution, Work work) {
                return Outcome.notApplied(new IllegalStateException("disk full"));
            }
        });
        assertThat(world.engine().baseline(BaselineScope.of("a"), null).warning()).isEqualTo("That is recorded, but target"
                + " system 'db' holds no marker of it: java.lang.IllegalStateException: disk full. Should the audit store be"
                + " lost, change 'a' would count as not applied. To write the marker, call baseline with its id");
    }

    @Test
    void anotherTransactionInTheWayOfTheMarkerIsTriedAgain() {
        world.db.nextConflicts(2);

        assertThat(world.engine().baseline(BaselineScope.of("a"), null).warning()).isNull();
    }

    @Test
    void twoAtOnceRecordItOnce() {
        List<BaselineResult> inner = new ArrayList<>();
        BeforeLock.once(world, () -> inner.add(world.engine().baseline(BaselineScope.to("c"), "first")));

        BaselineResult outer = world.engine().baseline(BaselineScope.to("c"), "second");

        assertThat(inner).singleElement().satisfies(first -> assertThat(first.executed()).hasSize(3));
        assertThat(outer.executed()).isEmpty();
        assertThat(world.trail()).hasSize(3).allMatch(line -> line.endsWith("BASELINE: first"));
    }

    @Test
    void aChangeOverSeveralSystemsIsMarkedInTheFirst() {
        new SpanningCode() {
            @Override
            protected void apply(Effects db, Effects files, ChangeContext context) {
                throw new AssertionError("must not run");
            }

            @Override
            protected void rollback(Effects db, Effects files) {
                throw new AssertionError("must not run");
            }
        }.in(world, "e");

        world.engine().baseline(BaselineScope.to("e"), null);
        world.store.lose(World.SERVICE);

        assertThat(world.engine().rebuild().executed()).containsExactly("a", "c", "d", "e");
        assertThat(world.events()).extracting(event -> event.state()).contains(ChangeState.EXECUTED);
    }

    private void beforeMarker(Consumer<ChangeCall> action) {
        world.target(new DelegatingTarget(world.db) {
            @Override
            public Outcome execute(ChangeCall execution, Work work) {
                action.accept(execution);
                return super.execute(execution, work);
            }
        });
    }

    /** As good as dead. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
