package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.error.NothingToFixException;
import io.quarkiverse.flamingock.result.Resolution;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkus.test.QuarkusUnitTest;

/** A build that leaves the extension out, although its changes would not even be valid. */
class DisabledTest {

    static final String URL = Databases.h2("disabled");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(_1__Table.class, Invalid.class, Databases.class))
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", URL)
            .overrideRuntimeConfigKey("quarkus.datasource.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.password", "sa")
            .overrideConfigKey("quarkus.flamingock.enabled", "false")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.flamingock"))
            .assertLogRecords(DisabledTest::saysWhatIsLeftOut);

    @Change(id = "table", author = "team")
    public static class _1__Table {
        @Apply
        void apply(Connection connection) throws Exception {
            connection.createStatement().execute("CREATE TABLE note (text VARCHAR(50))");
        }
    }

    @Change(id = "", author = "")
    public static class Invalid {
    }

    @Inject
    Flamingock flamingock;

    @Inject
    Instance<PipelineSource> pipeline;

    @Test
    void nothingIsAppliedOrRecorded() {
        assertThat(pipeline.isUnsatisfied()).isTrue();
        assertThat(flamingock.plan().changes()).isEmpty();
        assertThat(flamingock.apply().applied()).isEmpty();
        assertThatThrownBy(() -> flamingock.fix("table", Resolution.EXECUTED, null)).isInstanceOf(NothingToFixException.class)
                .hasMessage("Flamingock is not enabled in this build (quarkus.flamingock.enabled=false), so there is nothing to"
                        + " resolve");
        assertThat(Databases.query(URL, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'"))
                .isEmpty();
    }

    private static void saysWhatIsLeftOut(List<LogRecord> records) {
        assertThat(records).filteredOn(record -> record.getLevel().equals(Level.INFO))
                .extracting(record -> String.format(record.getMessage(), record.getParameters()))
                .containsExactly(
                        "Flamingock is not enabled (quarkus.flamingock.enabled=false): this build leaves out 2 changes");
    }
}
