package io.quarkiverse.flamingock.runtime.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialects;
import io.quarkiverse.flamingock.runtime.jdbc.schema.Column;

/**
 * The columns are those of tables that are there already.
 */
class AuditColumnTest {

    @Test
    void columnsStayWhatTheyWere() throws Exception {
        assertThat(AuditColumn.definitions(Dialects.of("H2", ""), false).stream().map(Column::definition)
                .collect(Collectors.joining(", "))).isEqualTo("sequence BIGINT NOT NULL,"
                        + " execution_id VARCHAR(255), attempt INTEGER NOT NULL, change_id VARCHAR NOT NULL, state VARCHAR(40),"
                        + " target_system VARCHAR NOT NULL, change_order VARCHAR(255), author VARCHAR(255),"
                        + " description VARCHAR(4000), source VARCHAR(1000), transactional BOOLEAN NOT NULL, recovery VARCHAR(40),"
                        + " token BIGINT NOT NULL, duration_nanos BIGINT, error VARCHAR(4000), executed_by VARCHAR(255),"
                        + " host VARCHAR(255), application_version VARCHAR(255), tag VARCHAR(255), checksum VARCHAR(255),"
                        + " resolved_by VARCHAR(1000), resolved_token BIGINT, interruptions INTEGER NOT NULL,"
                        + " previous_hash VARCHAR(255)");
        assertThat(AuditColumn.names(true)).isEqualTo("sequence, attempt, change_id, state, target_system, change_order,"
                + " transactional, token, error, checksum, interruptions");
    }
}
