package io.quarkiverse.flamingock.runtime.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.BrokenEvent;
import io.quarkiverse.flamingock.result.VerifyResult;
import io.quarkiverse.flamingock.runtime.engine.World;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;

/**
 * With a key, only its owner can write the audit.
 */
class VerifyKeyTest {

    private final World world = new World();

    @BeforeEach
    void apply() {
        world.change("a", "db", (effects, context) -> effects.add("a"))
                .change("b", "files", (effects, context) -> effects.add("b"));
        world.engine().apply();
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
    void whatWasRecordedBeforeTheKeyIsBelievedOnlyWhereThatIsSaid() {
        world.auditKey = "s3cret";
        String unkeyed = "Event 1 of change 'a' was hashed without the key, although quarkus.flamingock.audit-store.hmac-key is"
                + " set, so that anybody may have written it. If a key was set only after it was recorded, set"
                + " quarkus.flamingock.audit-store.hmac-key-since to the sequence of the first event that was recorded with it; ";
        assertThat(world.engine().verify().broken().problem())
                .isEqualTo(unkeyed + "there is none until now, so that the next one will be 5");
        world.change("c", "db", (effects, context) -> effects.add("c"));
        world.engine().apply();
        assertThat(world.engine().verify()).isEqualTo(new VerifyResult(0, 0,
                new BrokenEvent(1, "a", unkeyed + "the first that says to be is 5")));

        world.keyedSince = 4;
        assertThat(world.engine().verify().broken().sequence()).isEqualTo(4);
        world.keyedSince = 5;
        assertThat(world.engine().verify()).isEqualTo(new VerifyResult(6, 4, null));
    }

    /** The whole chain is computed anew, which nobody needs the key for. */
    @Test
    void aChainThatWasReplacedByOneWithoutKeyIsNotIntact() {
        World keyed = new World();
        keyed.auditKey = "s3cret";
        keyed.change("a", "db", (effects, context) -> effects.add("a"));
        keyed.engine().apply();
        World forged = new World();
        forged.change("a", "db", (effects, context) -> {
        });
        forged.engine().apply();
        forged.auditKey = "s3cret";

        assertThat(forged.engine().verify().broken().problem()).startsWith("Event 1 of change 'a' was hashed without the key");
    }

    @Test
    void aKeyMayNotBeLeftOutAgain() {
        world.auditKey = "s3cret";
        world.keyedSince = 5;
        world.change("c", "db", (effects, context) -> effects.add("c"));
        world.engine().apply();
        world.auditKey = null;
        world.change("d", "db", (effects, context) -> effects.add("d"));
        world.engine().apply();
        world.auditKey = "s3cret";
        assertThat(world.engine().verify().broken().problem()).isEqualTo("Event 7 of change 'd' was hashed without the key"
                + " although events before it were hashed with it");
    }

    @Test
    void theKeyIsNeverShown() {
        assertThat(new Settings("shop", null, World.LEASE, null, "s3cret", 1, () -> "%s", null).toString())
                .doesNotContain("s3cret");
    }
}
