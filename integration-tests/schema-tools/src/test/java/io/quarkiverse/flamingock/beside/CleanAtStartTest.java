package io.quarkiverse.flamingock.beside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** Who empties the database of a target system, or of the audit store, at every start fails the build. */
class CleanAtStartTest {

    private static final String DROPS = " drops what is in its schemas, with what the changes made there and with what is"
            + " recorded there. Take it away, or set it for %dev or %test only.";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Apps.datasource("quarkus.datasource.reports.", "clean-reports",
            Apps.datasource("quarkus.datasource.stock.", "clean-stock",
                    Apps.on("clean", Apps::script, Changes._3__StockPrice.class)))
            .overrideConfigKey("quarkus.hibernate-orm.enabled", "false")
            .overrideConfigKey("quarkus.flamingock.audit-store.datasource", "<default>")
            .overrideConfigKey("quarkus.flyway.clean-at-start", "true")
            .overrideConfigKey("quarkus.flyway.\"stock\".clean-on-validation-error", "true")
            .overrideConfigKey("quarkus.flyway.reports.clean-at-start", "true")
            .overrideConfigKey("quarkus.liquibase.stock.clean-at-start", "true")
            .assertException(thrown -> assertThat(report(thrown)).isEqualTo("The changes of this application have 3 problems:\n"
                    + "  1. quarkus.flyway.clean-at-start: it is 'true' for datasource <default>, which is the audit store: when"
                    + " the application starts, Flyway" + DROPS + "\n"
                    + "  2. quarkus.flyway.\"stock\".clean-on-validation-error: it is 'true' for datasource stock, which is target"
                    + " system 'stock': when the application starts, Flyway" + DROPS + "\n"
                    + "  3. quarkus.liquibase.stock.clean-at-start: it is 'true' for datasource stock, which is target system"
                    + " 'stock': when the application starts, Liquibase" + DROPS));

    private static String report(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals("InvalidChangesException")) {
                return cause.getMessage();
            }
        }
        throw new AssertionError("No report of problems", thrown);
    }

    @Test
    void buildFails() {
        Assertions.fail("the application must not be built");
    }
}
