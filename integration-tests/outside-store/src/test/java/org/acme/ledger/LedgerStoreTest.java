package org.acme.ledger;

import static io.quarkiverse.flamingock.test.contract.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

import org.acme.files.FileClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditWrite;
import io.quarkiverse.flamingock.spi.Head;
import io.quarkiverse.flamingock.test.contract.AuditStoreContract;

// tag::contract[]
class LedgerStoreTest extends AuditStoreContract {

    @TempDir
    Path temp;

    @Override
    protected AuditStore store() {
        return new LedgerStore(directory());
    }

    @Override
    protected Instant now() {
        return new FileClock(temp.resolve("clock")).instant();
    }

    /** Of its own each time, as another process would have it. */
    private LedgerDirectory directory() {
        return new LedgerDirectory(temp.resolve("ledger"));
    }
    // end::contract[]

    @Test
    void ignoresWhatAWriterLeftUnfinished() throws Exception {
        store().prepare();
        write(0, "done", event(1, "a", ChangeState.EXECUTED));
        Path ledger = temp.resolve("ledger/ledger");
        String line = Files.readString(ledger).strip();
        Files.writeString(ledger, "\n" + line.substring(0, line.length() - 3), StandardOpenOption.APPEND);
        assertThat(store().head("shop")).isEqualTo(new Head(1, "done", null));
        assertThat(write(1, "again", event(2, "b", ChangeState.EXECUTED))).isTrue();
        assertThat(store().head("shop")).isEqualTo(new Head(2, "again", null));
        assertThat(store().events("shop", 0, 10)).hasSize(2);
    }

    @Test
    void saysWhenItCanNotAnswer() throws Exception {
        assertThatThrownBy(() -> store().write(new AuditWrite("shop", 0, List.of(), List.of(), "x", null)))
                .as("never prepared").isInstanceOf(AuditStoreUnavailableException.class);
        Files.createDirectories(temp.resolve("ledger/ledger"));
        assertThatThrownBy(() -> store().head("shop")).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageContaining("could not be read").hasMessageContaining(temp.toString());
    }
    // tag::contract[]
}
// end::contract[]
