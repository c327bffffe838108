package io.quarkiverse.flamingock.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkus.test.QuarkusUnitTest;

/** Orders that can be read in two ways are taken as they stand where the application says so. */
class AmbiguousOrdersTest {

    private static final String HERE = AmbiguousOrdersTest.class.getName() + "$";

    @RegisterExtension
    static final QuarkusUnitTest APP = Apps.withDatabase(Reversible.class, _1_Create_Tables.class, _2__Two.class,
            _10__Ten.class)
            .overrideConfigKey("quarkus.flamingock.on-ambiguous-order", "warn")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.flamingock")
                    && record.getLevel().getName().startsWith("WARN"))
            .assertLogRecords(AmbiguousOrdersTest::assertWarning);

    abstract static class Reversible {
        @Apply
        void apply() {
            // nothing
        }

        @Rollback
        void rollback() {
            // nothing
        }
    }

    @Change(id = "tables", author = "team")
    static class _1_Create_Tables extends Reversible {
    }

    @Change(id = "two", author = "team")
    static class _2__Two extends Reversible {
    }

    @Change(id = "ten", author = "team")
    static class _10__Ten extends Reversible {
    }

    @Inject
    PipelineSource source;

    @Test
    void compareAsText() {
        assertThat(source.load().changes()).extracting(ChangeDescriptor::order).containsExactly("10", "1_Create", "2");
    }

    private static void assertWarning(List<LogRecord> records) {
        assertThat(records).singleElement().extracting(LogRecord::getMessage).isEqualTo("""
                The changes of this application have 2 warnings:
                  1. %1$s_1_Create_Tables: the order in the name can be read in two ways: '1' or '1_Create'. Say which is \
                meant: @Change(order = "1"), or two underscores after the order in the name, as in _1__Create_Tables.
                  2. %1$s_10__Ten, %1$s_1_Create_Tables, %1$s_2__Two: orders compare as text, and these have numbers of \
                different lengths: as text the order is 10, 1_Create, 2, by the numbers it would be 1_Create, 2, 10. Give \
                them the same number of digits, as in 01, 02, 10: with order = in @Change, or before the two underscores of \
                the name. Where changes were executed in this order already, keep it with \
                quarkus.flamingock.on-ambiguous-order=ignore.""".formatted(HERE));
    }
}
