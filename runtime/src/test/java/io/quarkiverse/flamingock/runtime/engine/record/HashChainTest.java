package io.quarkiverse.flamingock.runtime.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.test.contract.Events;

/**
 * Which parts of an event its hash depends on.
 */
class HashChainTest {

    private static final HashChain CHAIN = new HashChain(null);

    @Test
    void everythingButTheTimeIsPartOfTheHash() {
        Set<String> hashes = new HashSet<>();
        for (AuditField changed : AuditField.values()) {
            hashes.add(CHAIN.hash(AuditField.event(field -> value(field, field == changed))));
        }
        // One for each field; that of the time is the one of an event in which nothing is changed.
        assertThat(hashes).hasSize(AuditField.values().length);
        assertThat(hashes).contains(CHAIN.hash(event("", "")));
    }

    @Test
    void hashesStayWhatTheyWere() {
        AuditEvent event = Events.event(9, "a", ChangeState.EXECUTION_FAILED, "it broke");
        assertThat(CHAIN.hash(event))
                .isEqualTo("sha256:4b8df5b09674ad31768faea8c9b2ffeaae79b06a8a63ba81fbf54256f505a257");
        assertThat(new HashChain("s3cret").hash(event))
                .isEqualTo("hmac-sha256:b8228849e2f7d7b22eac4a5ee2e604a5531961beaf66394cfc8be4b281895b83");
        assertThat(CHAIN.hash(AuditField.event(Map.of(AuditField.SEQUENCE, 1, AuditField.CHANGE_ID, "a", AuditField.STATE,
                "STARTED", AuditField.TARGET_SYSTEM, "inventory")::get)))
                .isEqualTo("sha256:c053a36b2c5f043884e176cbdcf6892fdda1aa9af8ec549685fbbab41080c9d0");
    }

    @Test
    void valuesCantMoveFromOneFieldToTheNext() {
        assertThat(CHAIN.hash(event("ab", ""))).isNotEqualTo(CHAIN.hash(event("a", "b")));
    }

    @Test
    void anEmptyTextIsNone() {
        assertThat(CHAIN.hash(event(null, "a"))).isEqualTo(CHAIN.hash(event("", "a")));
    }

    private static AuditEvent event(String order, String author) {
        return AuditField.event(field -> switch (field) {
            case CHANGE_ORDER -> order;
            case AUTHOR -> author;
            default -> value(field, false);
        });
    }

    private static Object value(AuditField field, boolean changed) {
        return switch (field) {
            case STATE -> changed ? "EXECUTED" : "STARTED";
            case RECOVERY -> changed ? "MANUAL_INTERVENTION" : "ALWAYS_RETRY";
            case TRANSACTIONAL -> changed;
            case TIME -> changed ? Instant.EPOCH : null;
            default -> field.type() == String.class ? changed ? "changed" : "" : changed ? 2 : 1;
        };
    }
}
