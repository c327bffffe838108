package io.quarkiverse.flamingock.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.LogRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** In tests alone it is the business of the tests. */
class CleanInTestsTest {

    static final String DATABASE = "clean-in-tests";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Apps.on(DATABASE, Apps::script, Changes._2__Own.class)
            .overrideConfigKey("quarkus.hibernate-orm.enabled", "false")
            .overrideConfigKey("%test.quarkus.flyway.clean-at-start", "true")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.flamingock")
                    && record.getLevel().getName().startsWith("WARN"))
            .assertLogRecords(records -> assertThat(records).extracting(LogRecord::getMessage).containsExactly(
                    """
                            The changes of this application have 1 warning:
                              1. %test.quarkus.flyway.clean-at-start: it is 'true' for datasource <default>, which is target system \
                            'default': when the application starts, Flyway drops what is in its schemas, with what the changes made there \
                            and with what is recorded there. What is recorded elsewhere stays, so that changes count as applied whose \
                            tables are gone; where all is in one schema they are applied again."""));

    @Test
    void isToldOf() {
        assertThat(Apps.query(DATABASE, "SELECT change_id FROM \"flamingock_audit\" WHERE state = 'EXECUTED'"))
                .as("applied after Flyway has cleaned").containsExactly("own");
    }
}
