package io.quarkiverse.flamingock.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.NonTransactionalTargetSystem;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

/** The build advises a rollback method where no transaction takes back what a failure leaves, and nowhere else. */
class MissingRollbackTest {

    private static final String HERE = MissingRollbackTest.class.getName() + "$";

    @RegisterExtension
    static final QuarkusUnitTest APP = Apps
            .withDatabase(Applied.class, Systems.class, _1__Transactional.class, _2__Direct.class,
                    _3__Events.class, _4__Cache.class, _5__Both.class, _6__Reversible.class, _7__Direct.class)
            .overrideConfigKey("quarkus.flamingock.target-systems.order-events.kind", "non-transactional")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.flamingock"))
            .assertLogRecords(MissingRollbackTest::assertLog);

    abstract static class Applied {
        @Apply
        void apply() {
            // nothing
        }
    }

    @Singleton
    static class Systems {
        @Produces
        @Singleton
        @Identifier("cache")
        ChangeTarget cache() {
            return NonTransactionalTargetSystem.of("cache");
        }
    }

    @TargetSystem("default")
    @Change(id = "transactional", author = "team")
    static class _1__Transactional extends Applied {
    }

    @TargetSystem("default")
    @Change(id = "direct", author = "team", transactional = false)
    static class _2__Direct extends Applied {
    }

    @TargetSystem("order-events")
    @Change(id = "events", author = "team")
    static class _3__Events extends Applied {
    }

    @TargetSystem("cache")
    @Change(id = "cache", author = "team")
    static class _4__Cache extends Applied {
    }

    @TargetSystem(id = "default", also = "order-events")
    @Change(id = "both", author = "team")
    static class _5__Both extends Applied {
    }

    @TargetSystem("order-events")
    @Change(id = "reversible", author = "team")
    static class _6__Reversible extends Applied {
        @Rollback
        void rollback() {
            // nothing
        }
    }

    @TargetSystem("cache")
    @Change(id = "direct-cache", author = "team", transactional = false)
    static class _7__Direct extends Applied {
    }

    @Test
    void isToldOfOnceForEachReason() {
        // see APP
    }

    private static void assertLog(List<LogRecord> records) {
        assertThat(records).filteredOn(record -> record.getLevel().equals(Level.WARNING)).singleElement()
                .extracting(LogRecord::getMessage).isEqualTo(
                        """
                                The changes of this application have 3 warnings:
                                  1. %1$s_2__Direct, %1$s_3__Events, %1$s_7__Direct: no method is annotated @Rollback, and the change \
                                has no transaction: nothing takes back what a failure leaves, and the change can't be undone later. Add \
                                a method that takes back what @Apply does.
                                  2. %1$s_4__Cache: no method is annotated @Rollback, and only the start knows whether target system \
                                'cache' has transactions. If it has none, nothing takes back what a failure leaves, and the change \
                                can't be undone later. Add a method that takes back what @Apply does.
                                  3. %1$s_5__Both: no method is annotated @Rollback, and no transaction covers the systems that are \
                                named in 'also': nothing takes back what a failure leaves there, and the change can't be undone later. \
                                Add a method that takes back what @Apply does."""
                                .formatted(HERE));
        assertThat(records).extracting(LogRecord::getMessage).contains("Flamingock: 7 changes for 3 target systems");
    }
}
