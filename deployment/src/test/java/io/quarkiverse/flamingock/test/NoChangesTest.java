package io.quarkiverse.flamingock.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.logging.LogRecord;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.error.BaselineRefusedException;
import io.quarkiverse.flamingock.error.NothingToAcceptException;
import io.quarkiverse.flamingock.result.BaselineScope;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkus.test.QuarkusUnitTest;

/** Without changes nothing has to be configured, however many datasources there are. */
class NoChangesTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = Apps.withDatabase()
            .overrideConfigKey("quarkus.flamingock.active", "true")
            .overrideConfigKey("quarkus.datasource.stock.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.stock.jdbc.url", "jdbc:h2:mem:stock")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.flamingock"))
            .assertLogRecords(records -> assertThat(records).extracting(LogRecord::getMessage)
                    .contains(
                            "Flamingock: no changes. No class with @Change is part of the application, or of a dependency with"
                                    + " an index."));

    @Inject
    PipelineSource source;

    @Inject
    DataSource dataSource;

    @Inject
    Flamingock flamingock;

    @Test
    void startsAndDoesNothing() throws Exception {
        assertThat(source.load().changes()).isEmpty();
        assertThat(source.load().targets()).isEmpty();
        assertThat(source.load().auditStore()).isNull();
        try (var connection = dataSource.getConnection();
                var tables = connection.getMetaData().getTables(null, "PUBLIC", "%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void saysThatNothingCanBeRecorded() {
        assertThatThrownBy(() -> flamingock.baseline(BaselineScope.of("a"), null)).isInstanceOf(BaselineRefusedException.class)
                .hasMessage("This application has no changes, so there is nothing to record as executed");
        assertThatThrownBy(() -> flamingock.accept("a", "meant")).isInstanceOf(NothingToAcceptException.class)
                .hasMessage("This application has no changes, so there is no edit to accept");
    }
}
