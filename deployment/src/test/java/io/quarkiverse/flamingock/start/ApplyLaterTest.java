package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.result.PlannedChange;
import io.quarkus.test.QuarkusUnitTest;

/**
 * {@code quarkus.flamingock.apply-at-start=false} leaves the moment to the application; with its only datasource named.
 */
class ApplyLaterTest {

    static final String URL = Databases.h2("later");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(_1__Create.class, Databases.class))
            .overrideConfigKey("quarkus.datasource.users.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.users.jdbc.url", URL)
            .overrideRuntimeConfigKey("quarkus.datasource.users.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.users.password", "sa")
            .overrideRuntimeConfigKey("quarkus.flamingock.apply-at-start", "false");

    @Change(id = "create", author = "team")
    public static class _1__Create {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE later (id INT)");
        }
    }

    @Inject
    Flamingock flamingock;

    @Test
    void theApplicationApplies() {
        assertThat(Databases.query(URL, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'"))
                .isEmpty();
        assertThat(flamingock.plan().pending()).extracting(PlannedChange::targetSystem).containsExactly("users");

        assertThat(flamingock.apply().applied()).containsExactly("create");
        assertThat(Databases.trail(URL)).containsExactly("create STARTED", "create EXECUTED");
    }
}
