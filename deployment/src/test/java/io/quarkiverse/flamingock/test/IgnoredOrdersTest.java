package io.quarkiverse.flamingock.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.LogRecord;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkus.test.QuarkusUnitTest;

/** Orders that can be read in two ways, and that the application knows of. */
class IgnoredOrdersTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = Apps.withDatabase(AmbiguousOrdersTest.Reversible.class,
            AmbiguousOrdersTest._2__Two.class, AmbiguousOrdersTest._10__Ten.class)
            .overrideConfigKey("quarkus.flamingock.on-ambiguous-order", "ignore")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.flamingock"))
            .assertLogRecords(records -> assertThat(records).extracting(LogRecord::getMessage)
                    .noneMatch(message -> message.contains("warning")));

    @Inject
    PipelineSource source;

    @Test
    void compareAsText() {
        assertThat(source.load().changes()).extracting(ChangeDescriptor::order).containsExactly("10", "2");
    }
}
