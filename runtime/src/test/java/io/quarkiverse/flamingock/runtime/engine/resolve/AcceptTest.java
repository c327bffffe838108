package io.quarkiverse.flamingock.runtime.engine.resolve;

import static io.quarkiverse.flamingock.RecoveryStrategy.MANUAL_INTERVENTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.EditedChangeException;
import io.quarkiverse.flamingock.error.NothingToAcceptException;
import io.quarkiverse.flamingock.result.AcceptResult;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.runtime.engine.settings.OnModified;
import io.quarkiverse.flamingock.runtime.jdbc.LogCapture;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.test.memory.InMemoryAuditStore;

/**
 * Edits of executed changes: said at every start, until a person accepts them.
 */
class AcceptTest {

    private static final String ADVICE = "\nTake the edit back and put it into a new change. Or accept that it stays as it is;"
            + " with the reason in the place of <why>, this records it, applies nothing and exits:\n  java"
            + " -Dquarkus.flamingock.accept.change-id=a '-Dquarkus.flamingock.accept.reason=<why>' -jar quarkus-run.jar";

    private final World world = new World();

    @BeforeEach
    void executed() {
        put("a", "a", "v1");
        world.change("b", "files", (effects, context) -> effects.add("b"));
        world.engine().apply();
    }

    @Test
    void anEditIsReportedAtEveryStartWithoutAnotherStatement() {
        put("a", "a", "v2");
        assertThat(warnings()).containsExactly("Executed changes differ from today's code and are not applied again:\n"
                + "  a (com.acme.a): its code was edited after it was executed" + ADVICE);
        int reads = world.store.reads();

        String noted = "Executed changes differ from today's code, or from the order in it, and are not applied again: a."
                + ADVICE;
        assertThat(warnings()).containsExactly(noted);
        assertThat(warnings()).containsExactly(noted);

        assertThat(world.store.reads() - reads).isEqualTo(2);
        assertThat(world.engine().verify().intact()).isTrue();
    }

    /** Whether it is one, nobody can tell: a person may say that it is none, and edits are noticed again. */
    @Test
    void aChecksumThatCanNotBeComparedIsReplaced() {
        put("a", "a", "2:v1");
        assertThat(world.engine().accept("a", "as it was")).isEqualTo(new AcceptResult("a", "v1", "2:v1", "a", "a", null));
        assertThat(warnings()).isEmpty();
        put("a", "a", "2:v2");
        assertThat(warnings()).singleElement().asString().contains("a (com.acme.a): its code was edited after it was executed");
    }

    @Test
    void acceptedItIsNotReportedAnyMore() {
        put("a", "a2", "v2");
        warnings();

        assertThat(world.engine().accept("a", "a comment in the SQL"))
                .isEqualTo(new AcceptResult("a", "v1", "v2", "a", "a2", null));

        assertThat(world.trail()).endsWith("a EXECUTED 1 by ACCEPTED: a comment in the SQL");
        assertThat(world.events()).last().satisfies(event -> {
            assertThat(AuditField.CHECKSUM.of(event)).isEqualTo("v2");
            assertThat(AuditField.CHANGE_ORDER.of(event)).isEqualTo("a2");
            assertThat(event.settlement().token()).isEqualTo(1);
            assertThat(event.token()).isEqualTo(2);
        });
        assertThat(warnings()).isEmpty();
        assertThat(warnings()).isEmpty();
        assertThat(world.engine().verify().intact()).isTrue();
        assertThat(world.db.effects()).containsExactly("a");
        assertThat(world.store.holder("db")).isNull();
        world.onModified = OnModified.FAIL;
        assertThat(world.engine().apply().skipped()).isEqualTo(2);
    }

    @Test
    void itsMarkerIsThatOfTheNewCode() {
        put("a", "a", "v2");
        world.engine().accept("a", "meant");
        world.store.lose(World.SERVICE);

        world.engine().rebuild();

        assertThat(world.engine().plan().changes()).noneMatch(change -> change.edited());
    }

    @Test
    void whatIsNotAcceptedStaysReported() {
        put("a", "a", "v2");
        world.put("b", "b", "files", true, MANUAL_INTERVENTION, "v2", (effects, context) -> effects.add("b"), null);
        world.engine().accept("b", "meant");
        warnings();

        assertThat(warnings()).singleElement().asString().contains("not applied again: a.");
        world.onModified = OnModified.FAIL;
        assertThatThrownBy(() -> world.engine().apply()).isInstanceOf(EditedChangeException.class);
    }

    @Test
    void anEditOfWhatAMarkerProvesIsReported() {
        world.store.lose(World.SERVICE);
        world.remove("b");
        put("a", "a", "v2");
        assertThat(world.engine().apply().resolved()).containsExactly("a");

        assertThat(warnings()).singleElement().asString().contains("not applied again: a.");
        assertThat(world.engine().verify().intact()).isTrue();
    }

    @Test
    void whoWaitsForAnotherIsToldWhatThatHasNoted() {
        put("a", "a", "v2");
        world.change("c", "files", (effects, context) -> effects.add("c"));
        world.killAt(Phase.WORK_DONE, "c");
        world.clock.advance(World.LEASE.multipliedBy(-1));
        world.whileSleeping = () -> {
            world.whileSleeping = () -> {
            };
            world.clock.advance(World.LEASE);
            world.engine().fix("c", Resolution.EXECUTED, "seen");
            world.engine().apply();
        };

        assertThat(warnings()).hasSize(2).last().asString().contains("or from the order in it, and are not applied again: a.");
    }

    @Test
    void aMarkOfAVersionBeforeIsNotTrusted() {
        put("a", "a", "v2");
        warnings();
        String hash = new InMemoryAuditStore(world.store).head(World.SERVICE).hash();
        world.store.headIs(World.SERVICE, new Head(4, world.fingerprint(), hash));

        assertThat(warnings()).singleElement().asString().contains("its code was edited after it was executed");
        assertThat(warnings()).hasSize(1);
    }

    @Test
    void aReasonIsNeeded() {
        put("a", "a", "v2");
        for (String reason : new String[] { null, " ", "<why>" }) {
            refused("a", reason, "The edit of change 'a' was not accepted: that needs a reason, for the audit"
                    + " (quarkus.flamingock.accept.reason). Nothing was recorded.");
        }
    }

    @Test
    void whatDoesNotDifferIsRefused() {
        refused("a", "meant", "Change 'a' does not differ from what is recorded of it. Nothing was recorded.");
        put("a", "a", "v2");
        BeforeLock.once(world, () -> world.engine().accept("a", "first"));
        refused("a", "second", "Change 'a' does not differ from what is recorded of it. Nothing was recorded.");
        assertThat(world.trail()).last().isEqualTo("a EXECUTED 1 by ACCEPTED: first");
    }

    @Test
    void whatDoesNotCountAsExecutedIsRefused() {
        world.change("c", "db", (effects, context) -> {
            throw new IllegalStateException("no");
        });
        refused("c", "meant", "Change 'c' was never executed, so that no edit of it needs to be accepted: the next run applies"
                + " it as it is in the code now. Nothing was recorded.");
        assertThatThrownBy(() -> world.engine().apply()).hasMessageContaining("no");
        refused("c", "meant",
                "Change 'c' is in state ROLLED_BACK and does not count as executed, so that no edit of it needs to"
                        + " be accepted: what is applied next is the code of today. Nothing was recorded.");
    }

    @Test
    void whatIsUnknownIsRefused() {
        refused("x", "meant", "This application has no change 'x', so no edit of it can be accepted. No executed change differs"
                + " from the code. Nothing was recorded.");
        put("a", "a", "v2");
        refused("x", "meant",
                "This application has no change 'x', so no edit of it can be accepted. Executed changes that differ"
                        + " from the code: a. Nothing was recorded.");
    }

    @Test
    void whatAPersonFoundThereKeepsItsState() {
        world.change("c", "db", (effects, context) -> effects.add("c"));
        world.engine().fix("c", Resolution.EXECUTED, "seen");
        put("c", "c", "v2");

        world.engine().accept("c", "meant");

        assertThat(world.trail()).last().isEqualTo("c MANUAL_MARKED_AS_EXECUTED 1 by ACCEPTED: meant");
    }

    private void put(String id, String order, String checksum) {
        world.put(id, order, "db", true, MANUAL_INTERVENTION, checksum, (effects, context) -> effects.add(id), null);
    }

    private void refused(String id, String reason, String message) {
        assertThatThrownBy(() -> world.engine().accept(id, reason)).isInstanceOf(NothingToAcceptException.class)
                .hasMessage(message);
    }

    private List<String> warnings() {
        try (LogCapture log = new LogCapture("io.quarkiverse.flamingock")) {
            world.engine().apply();
            return log.messages().stream().filter(line -> line.startsWith("Executed changes")).toList();
        }
    }
}
