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

/** A datasource that gives no connection outside of transactions is of no use for a lock. */
class StrictDatasourceTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClass(_1__Create.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", Databases.h2("strict"))
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.transaction-requirement", "strict")
            .assertException(error -> assertThat(error).isInstanceOf(AuditStoreUnavailableException.class)
                    .hasMessage("The audit store can't be used: quarkus.datasource.jdbc.transaction-requirement is 'strict', so"
                            + " that there are no connections outside of transactions, which the lock, the fence and what is"
                            + " recorded need. Set it to 'warn' or 'off'"));

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
