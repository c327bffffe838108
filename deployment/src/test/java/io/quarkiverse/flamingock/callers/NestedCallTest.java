package io.quarkiverse.flamingock.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.result.ApplyResult;
import io.quarkiverse.flamingock.start.Databases;
import io.quarkus.test.QuarkusUnitTest;

/**
 * A bean that a change uses calls {@code apply()}: that is refused at once, where it would wait for itself. A call that comes
 * from elsewhere waits.
 */
class NestedCallTest {

    static final String URL = Databases.h2("nested");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(_1__Add.class, Synchronisation.class, Databases.class))
            .setBeforeAllCustomizer(() -> Databases.execute(URL, "CREATE TABLE effect (id INT)"))
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", URL)
            .overrideRuntimeConfigKey("quarkus.datasource.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.password", "sa")
            .overrideRuntimeConfigKey("quarkus.flamingock.apply-at-start", "false");

    @Change(id = "add", author = "team")
    public static class _1__Add {
        @Apply
        void apply(Connection connection, Synchronisation synchronisation) throws SQLException {
            connection.createStatement().execute("INSERT INTO effect VALUES (1)");
            synchronisation.run();
        }
    }

    /** A bean whose methods are called in changes and elsewhere. */
    @Singleton
    public static class Synchronisation {

        @Inject
        Flamingock flamingock;
        volatile ExecutorService elsewhere;
        volatile CompletableFuture<ApplyResult> other;

        void run() {
            if (elsewhere == null) {
                flamingock.apply();
            } else {
                other = CompletableFuture.supplyAsync(flamingock::apply, elsewhere);
            }
        }
    }

    @Inject
    Flamingock flamingock;

    @Inject
    Synchronisation synchronisation;

    @Test
    void aCallFromTheChangeIsRefusedAndOneFromElsewhereWaits() {
        assertThatThrownBy(flamingock::apply).isInstanceOf(ChangeFailedException.class)
                .hasMessageContaining("Flamingock.apply() was called while the apply method of change 'add' ran, by its"
                        + " thread or one that was started by it. It would wait for itself, so it was refused. Take the call"
                        + " out of there; a change that needs another one comes after it in the order.");

        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture.runAsync(() -> {
            }, elsewhere).join();
            synchronisation.elsewhere = elsewhere;
            assertThat(flamingock.apply().applied()).containsExactly("add");
            assertThat(synchronisation.other.join().skipped()).isEqualTo(1);
        } finally {
            elsewhere.shutdownNow();
        }
    }
}
