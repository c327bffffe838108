package org.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.acme.ledger.LedgerDirectory;
import org.acme.ledger.LedgerStore;
import org.acme.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.StateRow;

/**
 * Four processes at once, two of which die with the lock.
 */
class ManyProcessesTest {

    @TempDir
    Path temp;

    @Test
    void everyChangeIsAppliedOnce() throws Exception {
        Map<String, Process> processes = Map.of("a", start("a", "nothing"), "b", start("b", "nothing"),
                "c", start("c", "work"), "d", start("d", "record"));
        for (Map.Entry<String, Process> process : processes.entrySet()) {
            int code = process.getValue().waitFor();
            assertThat(code).as(() -> process.getKey() + ": " + output(process.getKey()))
                    .isEqualTo(List.of("c", "d").contains(process.getKey()) ? 9 : 0);
        }
        LedgerStore store = new LedgerStore(new LedgerDirectory(temp.resolve("ledger")));
        Map<String, Marker> markers = new SettingsFile("settings-file", temp.resolve("settings.properties"))
                .fence(new Claim(null, null, "reader", Long.MAX_VALUE), "shop").byChangeId();
        Map<String, StateRow> states = store.snapshot("shop").states();

        assertThat(store.events("shop", 0, 10_000)).extracting(AuditEvent::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, store.head("shop").sequence()).boxed().toList());
        assertThat(Files.readString(temp.resolve("settings.properties"))).contains("\ncount=" + markers.size() + "\n");
        assertThat(states.keySet()).containsAll(markers.keySet());
        assertThat(states.values()).filteredOn(row -> row.state() == ChangeState.EXECUTED)
                .hasSize(2 * Contender.ROUNDS + 2 * (Contender.ROUNDS / 2))
                .allMatch(row -> markers.containsKey(row.changeId()));
        String interrupted = "-" + Contender.ROUNDS / 2;
        assertThat(states.get("c" + interrupted).state()).isEqualTo(ChangeState.STARTED);
        assertThat(markers).as("died before the commit").doesNotContainKey("c" + interrupted);
        assertThat(states.get("d" + interrupted).state()).isEqualTo(ChangeState.STARTED);
    }

    private Process start(String name, String dies) throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp", classPath,
                Contender.class.getName(), temp.toString(), name, dies).redirectErrorStream(true)
                .redirectOutput(temp.resolve(name + ".log").toFile()).start();
    }

    private String output(String name) {
        try {
            return Files.readString(temp.resolve(name + ".log"));
        } catch (Exception e) {
            return e.toString();
        }
    }
}
