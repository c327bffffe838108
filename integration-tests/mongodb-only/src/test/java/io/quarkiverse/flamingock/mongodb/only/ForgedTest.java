package io.quarkiverse.flamingock.mongodb.only;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import jakarta.inject.Inject;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Whoever changes what starts read is noticed, whichever field it is.
 */
class ForgedTest {

    static final String DATABASE = "only_forged";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Mongo.application(DATABASE, _1__Create.class);

    @Change(id = "create", author = "team")
    public static class _1__Create {
        @Apply
        void apply(MongoDatabase database) {
        }
    }

    @Inject
    Flamingock flamingock;

    @Inject
    MongoClient client;

    @Test
    void everyFieldOfAState() {
        MongoCollection<Document> states = client.getDatabase(DATABASE).getCollection("flamingock_state");
        Document original = states.find().first();
        for (AuditField field : AuditField.values()) {
            if (!field.inState()) {
                continue;
            }
            String name = field == AuditField.CHANGE_ORDER ? "order"
                    : field == AuditField.TARGET_SYSTEM ? "targetSystem"
                            : field == AuditField.CHANGE_ID ? "changeId" : field.name().toLowerCase(Locale.ROOT);
            assertThat(original).containsKey(name);
            states.updateOne(new Document(), new Document("$set", new Document(name, field == AuditField.STATE ? "ROLLED_BACK"
                    : field.type() == String.class ? "mallory" : field.type() == Boolean.class ? (Object) false : 77)));
            assertThat(flamingock.verify().broken().problem()).as(name)
                    .startsWith("Event 2 of change 'create' is the last of its"
                            + " change, but ")
                    .contains(field == AuditField.CHANGE_ID ? "the state of its change is missing"
                            : "the state of its change is not that of the event: " + field.name().toLowerCase(Locale.ROOT)
                                    + " is ");
            states.replaceOne(new Document(), original);
            assertThat(flamingock.verify().intact()).as(name).isTrue();
        }
    }

    @Test
    void everyFieldOfTheHead() {
        MongoCollection<Document> heads = client.getDatabase(DATABASE).getCollection("flamingock_head");
        Document original = heads.find().first();
        assertHead(heads, original, "sequence", 1L, "the head of the service");
        assertHead(heads, original, "sequence", 3L, "Event 3 is missing");
        assertHead(heads, original, "hash", "sha256:00", "Event 2 of change 'create' does not match its hash");
    }

    private void assertHead(MongoCollection<Document> heads, Document original, String name, Object forged, String problem) {
        assertThat(original).containsKey(name);
        heads.updateOne(new Document(), new Document("$set", new Document(name, forged)));
        assertThat(flamingock.verify().broken().problem()).as(name).contains(problem);
        heads.replaceOne(new Document(), original);
    }
}
