package io.quarkiverse.flamingock.phases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.LogRecord;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Where several beans are between, nobody can say that a change comes to what is not there yet.
 */
class FarAwayTest {

    private static final String HERE = FarAwayTest.class.getName() + "$";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Catalog
            .started("far_away", _1__Prices.class, Prices.class, Reader.class, Catalog.class,
                    Systems.class)
            .overrideConfigKey("quarkus.hibernate-orm.schema-management.strategy", "none")
            .overrideRuntimeConfigKey("quarkus.flamingock.active", "false")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.flamingock")
                    && record.getLevel().getName().startsWith("WARN"))
            .assertLogRecords(records -> assertThat(records).extracting(LogRecord::getMessage).containsExactly(
                    "The changes of this application have 1 warning:\n  1. " + HERE + "_1__Prices: what it may come to by"
                            + " several beans is not there yet when it is applied, before the application starts:\n       - "
                            + "Hibernate ORM, by parameter 'prices' of #apply (" + HERE + "Prices), its field 'products' ("
                            + HERE + "Reader), its field 'products' (" + Products.class.getName() + ")\n     "
                            + "If it does, write @Change(phase = Phase.APPLICATION): the change is applied after all"
                            + " StartupEvent observers then, and before the HTTP port opens."));

    @TargetSystem("default")
    @Change(id = "prices", author = "team")
    static class _1__Prices {
        @Apply
        void apply(Prices prices) {
            // nothing
        }
    }

    @Singleton
    static class Prices {
        @Inject
        Reader products;
    }

    @Singleton
    static class Reader {
        @Inject
        Products products;
    }

    @Test
    void isToldOf() {
        // see APPLICATION
    }
}
