package io.quarkiverse.flamingock.test.memory;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.spi.LeaseLock;
import io.quarkiverse.flamingock.test.contract.AuditStoreContract;

class InMemoryAuditStoreTest extends AuditStoreContract {

    private static final AuditWrite WRITE = new AuditWrite("shop", 0, List.of(),
            List.of(event(1, "a", ChangeState.STARTED)), null, null);

    private final TestClock clock = new TestClock();
    private final InMemoryStore store = new InMemoryStore(clock);

    @Override
    protected AuditStore store() {
        return new InMemoryAuditStore(store);
    }

    @Override
    protected LeaseLock lock() {
        return new InMemoryLeaseLock(store);
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Test
    void failsAsOrdered() {
        store().prepare();
        store.failNextWrites(1);
        assertThatThrownBy(() -> store().write(WRITE)).isInstanceOf(AuditStoreUnavailableException.class);
        assertThat(store().head("shop")).isEqualTo(Head.EMPTY);
        store.loseNextAnswers(1);
        assertThatThrownBy(() -> store().write(WRITE)).isInstanceOf(AuditStoreUnavailableException.class);
        assertThat(store().head("shop")).isEqualTo(new Head(1, null, null));
        store.readOnly(true);
        assertThatThrownBy(() -> store().prepare()).hasMessageContaining("read-only");
        assertThat(store().head("shop")).isEqualTo(new Head(1, null, null));
        store.down(true);
        assertThatThrownBy(() -> store().head("shop")).hasMessageContaining("down");
    }
}
