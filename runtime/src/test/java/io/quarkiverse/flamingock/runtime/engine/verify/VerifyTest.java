package io.quarkiverse.flamingock.runtime.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.VerifyResult;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.StateRow;

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
    void eventsThatWereAddedAreNoticedByTheHead() {
        world.store.headIs(World.SERVICE, new Head(3, null, world.events().get(3).previousHash()));

        assertThat(world.engine().verify().broken().problem()).isEqualTo("Event 3 of change 'b' is the last of its change, but"
                + " the state of the change is not that of the event: the state was changed");
    }

    @Test
    void aChangedStateIsNamed() {
        world.store.tamper(World.SERVICE, row -> new StateRow(row.changeId(), ChangeState.ROLLED_BACK, row.attempt(),
                row.token(), row.targetSystem(), row.order(), row.checksum(), row.transactional(), row.sequence(),
                row.error(), row.interruptions()));

        assertThat(world.engine().verify().broken().problem())
                .endsWith("the state of the change is not that of the event: the state was changed");
    }

    @Test
    void withAKeyOnlyItsOwnerCanMakeHashes() {
        World keyed = new World();
        keyed.auditKey = "s3cret";
        keyed.change("a", "db", (effects, context) -> effects.add("a"));
        keyed.engine().apply();
        assertThat(keyed.engine().verify()).isEqualTo(new VerifyResult(2, 0, null));
        assertThat(keyed.events()).last().extracting(AuditEvent::previousHash).asString().startsWith("hmac-sha256:");

        keyed.auditKey = "another";
        assertThat(keyed.engine().verify().broken().problem()).startsWith("Event 1 of change 'a' does not match its hash");
        keyed.auditKey = null;
        assertThat(keyed.engine().verify().broken().problem()).isEqualTo("Event 1 of change 'a' was hashed with a key: set"
                + " quarkus.flamingock.audit-store.hmac-key to verify it");
    }

    @Test
    void aKeyMayBeSetLaterButNotLeftOutAgain() {
        world.auditKey = "s3cret";
        world.change("c", "db", (effects, context) -> effects.add("c"));
        world.engine().apply();
        assertThat(world.engine().verify()).isEqualTo(new VerifyResult(6, 4, null));

        world.auditKey = null;
        world.change("d", "db", (effects, context) -> effects.add("d"));
        world.engine().apply();
        world.auditKey = "s3cret";
        assertThat(world.engine().verify().broken().problem()).isEqualTo("Event 7 of change 'd' was hashed without the key"
                + " although events before it were hashed with it");
    }

    @Test
    void theKeyIsNeverShown() {
        assertThat(new Settings("shop", null, World.LEASE, null, "s3cret", "%s").toString()).doesNotContain("s3cret");
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
