package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkus.test.QuarkusUnitTest;

/** Without an audit store nothing can be applied, whatever may be skipped. */
class InactiveAuditStoreTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClass(_1__Create.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.active", "false")
            .overrideRuntimeConfigKey("quarkus.flamingock.on-inactive", "skip")
            .assertException(error -> assertThat(error).isInstanceOf(AuditStoreUnavailableException.class)
                    .hasMessageStartingWith("The audit store can't be used: Datasource '<default>' was deactivated")
                    .hasMessageContaining("set configuration property 'quarkus.datasource.active' to 'true'")
                    .hasMessageEndingWith(" Nothing can be applied without it, whatever quarkus.flamingock.on-inactive says; to"
                            + " keep the whole extension out of this start, set quarkus.flamingock.active=false"));

    @Change(id = "create", author = "team")
    public static class _1__Create {
        @Apply
        void apply(Connection connection) {
            throw new AssertionError("must not run");
        }
    }

    @Test
    void theStartFails() {
        Assertions.fail("the application must not start");
    }
}
