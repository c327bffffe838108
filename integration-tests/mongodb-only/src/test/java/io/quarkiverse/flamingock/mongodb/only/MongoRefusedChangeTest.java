package io.quarkiverse.flamingock.mongodb.only;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.result.Issue;
import io.quarkiverse.flamingock.test.servers.TestMongo;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Rows E1 and E2: a database that holds a collection of that name, and documents that a unique index does not allow. None of
 * the rollback methods takes it away; one is called where something had an effect. With {@code on-issue=continue}, so that the
 * application can be looked at.
 */
class MongoRefusedChangeTest {

    static final String DATABASE = "only_refused";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Mongo
            .application(DATABASE, Product.class, Audience.class, _1__Collection.class, _2__Index.class, _3__Bean.class,
                    _4__Later.class)
            .setBeforeAllCustomizer(MongoRefusedChangeTest::createProduct)
            .overrideConfigKey("quarkus.flamingock.target-systems.collection.mongodb-client", "<default>")
            .overrideConfigKey("quarkus.flamingock.target-systems.index.mongodb-client", "<default>")
            .overrideConfigKey("quarkus.flamingock.target-systems.bean.mongodb-client", "<default>")
            .overrideConfigKey("quarkus.flamingock.target-systems.later.mongodb-client", "<default>")
            .overrideRuntimeConfigKey("quarkus.flamingock.on-issue", "continue");

    static void createProduct() {
        Mongo.drop(DATABASE);
        Mongo.in(TestMongo.uri(), DATABASE, database -> database.getCollection("product")
                .insertMany(List.of(new Document("name", "pencil"), new Document("name", "pencil"))));
    }

    /** Takes away the collection that it wanted to make. */
    public abstract static class Product {
        @Rollback
        void rollback(MongoDatabase database) {
            database.getCollection("product").drop();
        }
    }

    @Singleton
    public static class Audience {
    }

    @TargetSystem("collection")
    @Change(id = "collection", author = "team", transactional = false)
    public static class _1__Collection extends Product {
        @Apply
        void apply(MongoDatabase database) {
            database.createCollection("product");
        }
    }

    @TargetSystem("index")
    @Change(id = "index", author = "team", transactional = false)
    public static class _2__Index extends Product {
        @Apply
        void apply(MongoDatabase database) {
            database.getCollection("product").createIndex(new Document("name", 1), new IndexOptions().unique(true));
        }
    }

    /** A bean may have had an effect that nobody saw. */
    @TargetSystem("bean")
    @Change(id = "bean", author = "team", transactional = false)
    public static class _3__Bean extends Product {
        @Apply
        void apply(MongoDatabase database, Audience audience) {
            database.createCollection("product");
        }
    }

    @TargetSystem("later")
    @Change(id = "later", author = "team", transactional = false)
    public static class _4__Later {
        @Apply
        void apply(MongoDatabase database) {
            database.getCollection("price").insertOne(new Document("amount", 12));
            database.createCollection("product");
        }

        @Rollback
        void rollback(MongoDatabase database) {
            database.getCollection("price").drop();
        }
    }

    @Inject
    Flamingock flamingock;

    private List<String> states(String id) {
        return flamingock.history(HistoryQuery.ofChange(id)).stream().map(AuditEvent::state).map(Enum::name).toList();
    }

    @Test
    void leavesWhatWasThereBefore() {
        for (String id : new String[] { "collection", "index" }) {
            assertThat(states(id)).as(id).containsExactly("ROLLED_BACK", "EXECUTION_FAILED", "STARTED");
        }
        assertThat(states("bean")).containsExactly("EXECUTION_FAILED", "STARTED");
        assertThat(states("later")).containsExactly("ROLLED_BACK", "ROLLBACK_STARTED", "EXECUTION_FAILED", "STARTED");
        assertThat(flamingock.issues()).extracting(Issue::changeId).containsExactly("bean");
        assertThat(Mongo.all(DATABASE, "product")).extracting(each -> each.getString("name")).containsExactly("pencil",
                "pencil");
        assertThat(Mongo.all(DATABASE, "price")).isEmpty();
    }
}
