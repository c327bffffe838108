package io.quarkiverse.flamingock.runtime.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.runtime.engine.World;

/**
 * Row D5: another transaction was in the way of a change.
 */
class ConflictTest {

    private final World world = new World();

    @Test
    void aChangeIsTriedAgainWithANewAttempt() {
        world.change("a", "db", (effects, context) -> effects.add("a " + context.attempt()))
                .change("b", "db", (effects, context) -> effects.add("b"));
        world.db.nextConflicts(2);

        assertThat(world.engine().apply().applied()).containsExactly("a", "b");
        assertThat(world.db.effects()).containsExactly("a 3", "b");
        assertThat(world.trail()).startsWith("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLED_BACK 1", "a STARTED 2",
                "a EXECUTION_FAILED 2", "a ROLLED_BACK 2", "a STARTED 3", "a EXECUTED 3");
        assertThat(world.events().get(1).error()).contains("deadlock, as the test ordered");
        assertThat(world.sleeps).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void theFailureAndTheNextStartAreOneWrite() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.engine().apply();
        world.change("b", "db", (effects, context) -> effects.add("b"));
        int before = world.store.writes();
        world.db.nextConflicts(1);
        world.engine().apply();

        // preparation, lock, STARTED, conflict and STARTED, EXECUTED, a renewal while it waits, release
        assertThat(world.store.writes() - before).isEqualTo(7);
    }

    @Test
    void triesAreBounded() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.db.nextConflicts(100);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("Change 'a' is in state ROLLED_BACK")
                .hasMessageContaining("deadlock, as the test ordered");
        assertThat(world.events()).extracting(AuditEvent::attempt).last().isEqualTo(4);
        assertThat(world.db.effects()).isEmpty();

        world.db.nextConflicts(0);
        assertThat(world.engine().apply().applied()).containsExactly("a");
    }

    /** The pauses grow, but not until nobody would wait for them. */
    @Test
    void manyTriesTakeMinutesAndNotDays() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.conflictRetries = 70;
        world.db.nextConflicts(70);

        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(world.sleeps).hasSize(70).startsWith(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400))
                .allMatch(pause -> !pause.isNegative() && pause.compareTo(Duration.ofSeconds(5)) <= 0)
                .endsWith(Duration.ofSeconds(5));
    }

    @Test
    void anEndOfTheProcessEndsTheTries() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.db.nextConflicts(1);
        world.whileSleeping = () -> world.endRequested = true;

        assertThatThrownBy(() -> world.engine().apply()).hasMessage("The process was asked to end before change 'a'. What was"
                + " applied until then is recorded; the next start goes on from there.");
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLED_BACK 1");
    }

    @Test
    void aLockThatIsLostMeanwhileEndsTheTries() {
        world.change("a", "db", (effects, context) -> effects.add("a"));
        world.db.nextConflicts(1);
        world.whileSleeping = () -> {
            world.clock.advance(World.LEASE.plusSeconds(1));
            world.whileSleeping = () -> {
            };
            world.engine().apply();
        };

        assertThatThrownBy(() -> world.engine().apply())
                .hasMessageContaining("The lock on target system 'db'");
        assertThat(world.db.effects()).containsExactly("a");
    }

    /** Row C4: what is outside of the transaction is not undone with it, and would be done twice. */
    @Test
    void aChangeWithEffectsOutsideOfItsTransactionIsNotTriedAgain() {
        List<String> sent = new ArrayList<>();
        world.change("a", "db", (effects, context) -> {
            sent.add("mail " + context.attempt());
            effects.add("a");
        }).outside("a", "a mail server, by parameter 'mailer' of #apply (Mailer)", "Kafka, by its field 'events' (Producer)");
        world.db.nextConflicts(1);

        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("Change 'a' is in state ROLLED_BACK on target system 'db'")
                .hasMessageContaining("deadlock, as the test ordered")
                .hasMessageEndingWith(
                        """
                                  The transaction on target system 'db' was undone. What the change may have done outside of it was not:
                                    - a mail server, by parameter 'mailer' of #apply (Mailer)
                                    - Kafka, by its field 'events' (Producer)
                                  Its error may not last, as where another transaction was in the way, but it was \
                                not tried again by itself, so that nothing of this is done twice. Look there first. Correct the change, or what it needs, and start again: it will be applied then.""");
        assertThat(sent).containsExactly("mail 1");
        assertThat(world.db.effects()).isEmpty();
        assertThat(world.trail()).containsExactly("a STARTED 1", "a EXECUTION_FAILED 1", "a ROLLED_BACK 1");

        assertThat(world.engine().apply().applied()).containsExactly("a");
        assertThat(sent).containsExactly("mail 1", "mail 2");
    }

    @Test
    void aFailureSaysThatTheTransactionOnlyWasUndone() {
        world.change("a", "db", (effects, context) -> {
            throw new IllegalStateException("wrong");
        }).outside("a", "Kafka, by its field 'events' (Producer)");

        assertThatThrownBy(() -> world.engine().apply())
                .hasMessageEndingWith("  The transaction on target system 'db' was undone."
                        + " What the change may have done outside of it was not:\n    - Kafka, by its field 'events' (Producer)\n  Look"
                        + " there first. Correct the change, or what it needs, and start again: it will be applied then.");
    }
}
