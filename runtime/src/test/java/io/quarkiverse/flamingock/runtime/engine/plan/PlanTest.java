package io.quarkiverse.flamingock.runtime.engine.plan;

import static io.quarkiverse.flamingock.RecoveryStrategy.MANUAL_INTERVENTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.EditedChangeException;
import io.quarkiverse.flamingock.error.OutOfOrderChangeException;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.PlannedAction;
import io.quarkiverse.flamingock.result.PlannedChange;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.runtime.engine.settings.OnModified;
import io.quarkiverse.flamingock.runtime.engine.settings.OnOutOfOrder;

/**
 * The plan, and what is said about edited, reordered, removed and merged changes.
 */
class PlanTest {

    private final World world = new World();

    @BeforeEach
    void twoExecuted() {
        world.change("b", "db", (effects, context) -> effects.add("b"))
                .change("d", "db", (effects, context) -> effects.add("d"));
        world.engine().apply();
    }

    @Test
    void thePlanSaysWhatAStartWouldDo() {
        world.change("a", "db", (effects, context) -> effects.add("a"))
                .change("e", "files", (effects, context) -> effects.add("e"))
                .remove("d");

        assertThat(world.engine().plan().changes())
                .extracting(PlannedChange::id, PlannedChange::action, PlannedChange::state, PlannedChange::outOfOrder)
                .containsExactly(
                        tuple("a", PlannedAction.APPLY, null, true),
                        tuple("b", PlannedAction.SKIP, ChangeState.EXECUTED, false),
                        tuple("e", PlannedAction.APPLY, null, false));
        assertThat(world.engine().plan().unknown()).containsExactly("d");
        assertThat(world.engine().plan().pending()).extracting(PlannedChange::id).containsExactly("a", "e");
        assertThat(world.db.effects()).containsExactly("b", "d");
    }

    @Test
    void anInterruptedTransactionIsPlannedToBeResolved() {
        world.change("e", "db", (effects, context) -> {
            effects.add("e");
            world.store.failNextWrites(1000);
        });
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(AuditStoreUnavailableException.class);
        world.store.failNextWrites(0);

        assertThat(world.engine().plan().pending()).extracting(PlannedChange::action).containsExactly(PlannedAction.RESOLVE);
        assertThat(world.engine().issues()).isEmpty();
    }

    @Test
    void aMergedChangeIsAppliedInItsPlaceAmongThePending() {
        world.change("c", "db", (effects, context) -> effects.add("c"))
                .change("e", "db", (effects, context) -> effects.add("e"));

        assertThat(world.engine().apply().applied()).containsExactly("c", "e");
    }

    @Test
    void aMergedChangeCanBeForbidden() {
        world.change("c", "db", (effects, context) -> effects.add("c"));
        world.onOutOfOrder = OnOutOfOrder.FAIL;

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(OutOfOrderChangeException.class)
                .hasMessage("""
                        Pending changes order before changes that were executed already:
                          c (order c, com.acme.c)
                        Give them an order after the executed ones, or allow it with \
                        quarkus.flamingock.on-out-of-order=warn. Nothing was applied.""");
        assertThat(world.db.effects()).containsExactly("b", "d");
    }

    @Test
    void anEditedChangeIsNeverAppliedAgain() {
        edit();

        assertThat(world.engine().apply().applied()).isEmpty();
        assertThat(world.engine().plan().changes()).filteredOn(PlannedChange::edited).extracting(PlannedChange::id)
                .containsExactly("b");
        assertThat(world.engine().plan().changes()).filteredOn(PlannedChange::reordered).extracting(PlannedChange::id)
                .containsExactly("d");
    }

    @Test
    void anEditedChangeCanBeForbiddenEvenAfterItWasAcceptedOnce() {
        edit();
        world.engine().apply();
        world.onModified = OnModified.FAIL;

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(EditedChangeException.class)
                .hasMessage("""
                        Executed changes differ from today's code and are not applied again:
                          b (com.acme.b): its code was edited after it was executed
                          d (com.acme.d): executed with order d, now d2
                        Take the edit back and put it into a new change. Or accept that it stays as it is; with the reason \
                        in the place of <why>, this records it, applies nothing and exits:
                          java -Dquarkus.flamingock.accept.change-id=b '-Dquarkus.flamingock.accept.reason=<why>' \
                        -jar quarkus-run.jar
                          java -Dquarkus.flamingock.accept.change-id=d '-Dquarkus.flamingock.accept.reason=<why>' \
                        -jar quarkus-run.jar
                        Or go on with a warning: quarkus.flamingock.on-modified=warn. Nothing was applied.""");
    }

    /** A checksum of another form says nothing about the code: neither that it was edited, nor that it wasn't. */
    @Test
    void aChecksumThatWasMadeInAnotherWayIsNoEdit() {
        world.put("b", "b", "db", true, MANUAL_INTERVENTION, "2:v2", (effects, context) -> effects.add("b2"), null);
        world.onModified = OnModified.FAIL;

        assertThat(world.engine().plan().changes()).noneMatch(PlannedChange::edited);
        assertThat(world.engine().apply().applied()).isEmpty();
    }

    @Test
    void anEditIsSeenOnceBothWereMadeInTheSameWay() {
        world.put("e", "e", "db", true, MANUAL_INTERVENTION, "2:v1", (effects, context) -> effects.add("e"), null);
        world.engine().apply();
        world.put("e", "e", "db", true, MANUAL_INTERVENTION, "2:v2", (effects, context) -> effects.add("e2"), null);

        assertThat(world.engine().plan().changes()).filteredOn(PlannedChange::edited).extracting(PlannedChange::id)
                .containsExactly("e");
    }

    @Test
    void aNewBuildIsReadOnceAndThenSettled() {
        edit();
        world.engine().apply();
        int reads = world.store.reads();

        world.engine().apply();

        assertThat(world.store.reads() - reads).isEqualTo(1);
    }

    @Test
    void anOlderBuildWithFewerChangesStarts() {
        world.remove("d");

        assertThat(world.engine().apply().skipped()).isEqualTo(1);
    }

    @Test
    void anEditOfAFailedChangeIsNoEditOfAnExecutedOne() {
        world.change("e", "db", (effects, context) -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class);
        world.put("e", "e", "db", true, MANUAL_INTERVENTION, "v2", (effects, context) -> effects.add("e"), null);
        world.onModified = OnModified.FAIL;

        assertThat(world.engine().apply().applied()).containsExactly("e");
    }

    private void edit() {
        world.put("b", "b", "db", true, MANUAL_INTERVENTION, "v2", (effects, context) -> effects.add("b2"), null);
        world.put("d", "d2", "db", true, MANUAL_INTERVENTION, "v1", (effects, context) -> effects.add("d"), null);
    }
}
