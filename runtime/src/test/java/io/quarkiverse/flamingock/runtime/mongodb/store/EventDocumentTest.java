package io.quarkiverse.flamingock.runtime.mongodb.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.test.contract.Events;

/**
 * The fields are those of documents that are there already.
 */
class EventDocumentTest {

    private final AuditEvent event = Events.event(9, "a", ChangeState.EXECUTION_FAILED, "it broke");
    private final Document document = EventDocument.of("shop", 9, event);

    @Test
    void fieldsStayWhatTheyWere() {
        assertThat(document.toJson()).isEqualTo("{\"_id\": {\"service\": \"shop\", \"sequence\": 9}, \"service\": \"shop\","
                + " \"sequence\": 9, \"executionId\": \"run-1\", \"attempt\": 2, \"changeId\": \"a\","
                + " \"state\": \"EXECUTION_FAILED\", \"targetSystem\": \"inventory\", \"order\": \"20250923_01\","
                + " \"author\": \"inventory-team\", \"description\": \"adds a column\","
                + " \"source\": \"com.acme._20250923_01_AddColumn\", \"transactional\": true, \"recovery\": \"ALWAYS_RETRY\","
                + " \"token\": 7, \"durationNanos\": 1234567891, \"error\": \"it broke\", \"executedBy\": \"duke\","
                + " \"host\": \"host-1\", \"applicationVersion\": \"1.2.3\", \"tag\": \"v1.2.3\", \"checksum\": \"c0ffee\","
                + " \"resolvedBy\": \"MARKER\", \"resolvedToken\": 6, \"interruptions\": 3, \"previousHash\": \"sha256:beef\"}");
        assertThat(EventDocument.state(document)).containsOnlyKeys("_id", "service", "changeId", "state", "attempt", "token",
                "targetSystem", "order", "checksum", "transactional", "sequence", "error", "interruptions");
    }

    @Test
    void numbersMayBeOfAnyType() {
        AuditEvent stored = EventDocument.event(document.append("token", 7).append("attempt", 2.0)
                .append(EventDocument.TIME, new Date(5)));
        assertThat(stored).usingRecursiveComparison().ignoringFields("time").isEqualTo(event);
        assertThat(stored.time()).isEqualTo(Instant.ofEpochMilli(5));
    }
}
