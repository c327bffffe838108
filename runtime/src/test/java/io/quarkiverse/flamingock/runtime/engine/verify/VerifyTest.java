package io.quarkiverse.flamingock.runtime.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.BrokenEvent;
import io.quarkiverse.flamingock.result.VerifyResult;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.test.memory.InMemoryAuditStore;

/**
 * Whoever changes the audit is noticed.
 */
class VerifyTest {

    private final World world = new World();

    @BeforeEach
    void apply() {
        world.change("a", "db", (effects, context) -> effects.add("a"))
                .change("b", "files", (effects, context) -> effects.add("b"));
        world.engine().apply();
    }

    @Test
    void anUntouchedAuditIsIntact() {
        assertThat(world.engine().verify()).isEqualTo(new VerifyResult(4, 4, null));
        assertThat(world.engine().verify().intact()).isTrue();
        assertThat(world.events()).first().extracting(AuditEvent::previousHash).isNull();
        assertThat(world.events()).last().extracting(AuditEvent::previousHash).asString().startsWith("sha256:").hasSize(71);
    }

    @Test
    void nothingIsIntactToo() {
        assertThat(new World().engine().verify()).isEqualTo(new VerifyResult(0, 0, null));
    }

    @Test
    void theChainGoesOnFromRunToRun() {
        world.change("c", "db", (effects, context) -> effects.add("c"));
        world.store.loseNextAnswers(2);
        world.engine().apply();

        assertThat(world.engine().verify()).isEqualTo(new VerifyResult(6, 6, null));
    }

    @Test
    void manyPagesAreRead() {
        for (int i = 0; i < 1100; i++) {
            world.change(String.format("d%04d", i), "db", (effects, context) -> {
            });
        }
        world.engine().apply();

        assertThat(world.engine().verify()).isEqualTo(new VerifyResult(2204, 2204, null));
        world.store.tamper(World.SERVICE, 2000, VerifyTest::withAnotherAuthor);
        assertThat(world.engine().verify().broken().sequence()).isEqualTo(2000);
    }

    @Test
    void aChangedEventIsNamed() {
        assertBroken(2, VerifyTest::withAnotherAuthor, "Event 2 of change 'a' does not match its hash, which is recorded in"
                + " event 3: one of the two was changed");
        assertThat(world.engine().verify().events()).isEqualTo(1);
    }

    @Test
    void aChangedLastEventIsNamed() {
        assertBroken(4, VerifyTest::withAnotherAuthor, "Event 4 of change 'b' does not match its hash, which is recorded in"
                + " the head of the service: one of the two was changed");
    }

    @Test
    void aChangedHashIsNamed() {
        assertBroken(3, event -> event.at(3, "sha256:0000"), "Event 2 of change 'a' does not match its hash, which"
                + " is recorded in event 3: one of the two was changed");
    }

    @Test
    void aRemovedHashIsNamed() {
        assertBroken(3, event -> event.at(3, null),
                "Event 2 of change 'a' has no hash in event 3: that was removed");
    }

    @Test
    void aFirstEventThatNamesAnotherIsNamed() {
        assertBroken(1, event -> event.at(1, "sha256:00"),
                "Event 1 of change 'a' names the hash of an event before it, but is the first");
    }

    @Test
    void aRemovedEventIsNamed() {
        assertBroken(2, event -> null, "Event 2 is missing");
        assertThat(world.engine().verify().broken().changeId()).isNull();
    }

    @Test
    void aRemovedFirstEventIsNamed() {
        assertBroken(1, event -> null, "Event 1 is missing");
    }

    @Test
    void aRemovedLastEventIsNamed() {
        assertBroken(4, event -> null, "Event 4 is missing");
    }

    @Test
    void aHeadThatWasSetBackIsNoticed() {
        world.store.headIs(World.SERVICE, new Head(3, null, world.events().get(3).previousHash()));

        assertThat(world.engine().verify().broken().problem()).isEqualTo("Event 4 of change 'b' is there, but the head of the"
                + " service names event 3 as the last: one of the two was changed");
    }

    @Test
    void aHeadThatWasSetForwardIsNoticed() {
        world.store.headIs(World.SERVICE, new Head(5, null, world.events().get(3).previousHash()));

        assertThat(world.engine().verify().broken().problem()).isEqualTo("Event 5 is missing");
    }

    @Test
    void aHeadThatSaysMoreThanWasDoneIsNoticed() {
        world.change("c", "db", (effects, context) -> effects.add("c"));
        Head head = new InMemoryAuditStore(world.store).head(World.SERVICE);
        world.store.headIs(World.SERVICE, new Head(head.sequence(), world.fingerprint() + "+e", head.hash()));

        assertThat(world.engine().apply().applied()).isEmpty();
        assertThat(world.engine().verify().broken())
                .isEqualTo(new BrokenEvent(4, "c", "The head of the service says that nothing"
                        + " is pending, but change 'c' was never applied: the head was changed"));
    }

    @Test
    void aHeadThatHidesAnEditIsNoticed() {
        world.put("b", "b", "db", true, RecoveryStrategy.MANUAL_INTERVENTION, "v2", (effects, context) -> effects.add("b"),
                null);
        world.engine().apply();
        assertThat(world.engine().verify().intact()).isTrue();
        Head head = new InMemoryAuditStore(world.store).head(World.SERVICE);
        world.store.headIs(World.SERVICE, new Head(head.sequence(), world.fingerprint() + "+e", head.hash()));

        assertThat(world.engine().verify().broken()).isEqualTo(new BrokenEvent(4, null, "The head of the service names other"
                + " edited changes than there are, which are b: the head was changed"));
    }

    /** Whichever column: each makes a start decide otherwise, or an operator. */
    @ParameterizedTest
    @EnumSource(AuditField.class)
    void aChangedColumnOfAStateIsNamed(AuditField forged) {
        if (!forged.inState() || forged == AuditField.CHANGE_ID) {
            return;
        }
        Object value = forged == AuditField.STATE ? "ROLLED_BACK"
                : forged.type() == String.class ? "mallory"
                        : forged.type() == Boolean.class ? (Object) false : 77L;
        world.store.tamper(World.SERVICE,
                row -> row.changeId().equals("b") ? row : AuditField.state(field -> field == forged ? value : field.of(row)));
        AuditEvent event = world.events().get(1);

        assertThat(world.engine().verify().broken()).isEqualTo(new BrokenEvent(2, "a",
                "Event 2 of change 'a' is the last of its"
                        + " change, but the state of its change is not that of the event: "
                        + forged.name().toLowerCase(Locale.ROOT)
                        + " is " + shown(value) + " there and " + shown(forged.of(event))
                        + " in the event. The state was changed"));
    }

    private static String shown(Object value) {
        return value == null ? "empty" : value instanceof String ? "'" + value + "'" : value.toString();
    }

    @Test
    void aStateThatWasRemovedOrRenamedIsNamed() {
        world.store.removeState(World.SERVICE, "b");

        assertThat(world.engine().verify().broken().problem()).isEqualTo("Event 4 of change 'b' is the last of its change, but"
                + " the state of its change is missing: it was removed, or its id was changed");
    }

    @Test
    void aStateThatIsNoneIsNamed() {
        assertThatThrownBy(() -> AuditField.state(Map.of(AuditField.CHANGE_ID, "a", AuditField.STATE, "DONE",
                AuditField.SEQUENCE, 3)::get))
                .isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessage(
                        "The audit store holds state 'DONE' of change 'a' (sequence 3), which is none: a newer version of the"
                                + " extension has recorded it, or somebody has changed it");
        assertThatThrownBy(() -> AuditField.event(Map.of(AuditField.CHANGE_ID, "a", AuditField.STATE, "STARTED",
                AuditField.RECOVERY, "NEVER", AuditField.SEQUENCE, 3)::get))
                .isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageStartingWith("The audit store holds recovery strategy 'NEVER' of change 'a' (sequence 3)");
    }

    private void assertBroken(long sequence, UnaryOperator<AuditEvent> tampering, String problem) {
        world.store.tamper(World.SERVICE, sequence, tampering);
        VerifyResult result = world.engine().verify();
        assertThat(result.intact()).isFalse();
        assertThat(result.broken().problem()).isEqualTo(problem);
        assertThat(world.engine().verify()).isEqualTo(result);
    }

    private static AuditEvent withAnotherAuthor(AuditEvent event) {
        return AuditField.event(field -> field == AuditField.AUTHOR ? "mallory" : field.of(event));
    }
}
