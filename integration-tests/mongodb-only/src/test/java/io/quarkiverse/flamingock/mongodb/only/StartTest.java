package io.quarkiverse.flamingock.mongodb.only;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.QuarkusUnitTest;

/**
 * A start of an application whose only data store is the default MongoDB client.
 */
class StartTest {

    static final String DATABASE = "only_start";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Mongo.application(DATABASE, _20250922_01__CreateUsers.class,
            _20250923_01_AddUserPreferences.class, _20250924_01__AddUser.class, _20250924_02__AddOrder.class, Orders.class, Observer.class,
            Commands.class);

    @Change(id = "create-users", author = "team", order = "20250922_01", transactional = false)
    public static class _20250922_01__CreateUsers {
        @Apply
        void apply(MongoDatabase database) {
            for (String collection : List.of("users", "preferences", "orders")) {
                database.createCollection(collection);
            }
            database.getCollection("users").createIndex(new Document("name", 1));
        }

        @Rollback
        void rollback(MongoDatabase database) {
            database.drop();
        }
    }

    /** As the specification writes it. */
    @TargetSystem("default")
    @Change(id = "add-user-preferences", order = "20250923_01", author = "user-experience-team", description = "Default preferences", transactional = true)
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    public static class _20250923_01_AddUserPreferences {
        @Apply
        public void apply(MongoDatabase database, ClientSession session) {
            database.getCollection("preferences").insertOne(session, new Document("theme", "light"));
        }

        @Rollback
        public void rollback(MongoDatabase database, ClientSession session) {
            database.getCollection("preferences").deleteOne(session, new Document("theme", "light"));
        }
    }

    @Change(id = "add-user", author = "team", order = "20250924_01")
    public static class _20250924_01__AddUser {
        private final MongoClient client;

        @Inject
        public _20250924_01__AddUser(MongoClient client) {
            this.client = client;
        }

        @Apply
        void apply(MongoDatabase database) {
            database.getCollection("users").insertOne(new Document("name", "Ada"));
            client.getDatabase(DATABASE).getCollection("users").insertOne(new Document("name", "Grace"));
        }
    }

    @Change(id = "add-order", author = "team", order = "20250924_02")
    public static class _20250924_02__AddOrder {
        @Apply
        void apply(Orders orders, ClientSession session) {
            orders.add(session, "pencils");
        }
    }

    /** A repository that has its own collection. */
    @Singleton
    public static class Orders {
        private final MongoCollection<Document> collection;

        @Inject
        Orders(MongoClient client) {
            collection = client.getDatabase(DATABASE).getCollection("orders");
        }

        void add(ClientSession session, String item) {
            collection.insertOne(session, new Document("item", item));
        }
    }

    @Singleton
    public static class Observer {
        List<String> seenAtStart;

        void onStart(@Observes StartupEvent event) {
            seenAtStart = Mongo.all(DATABASE, "users").stream().map(user -> user.getString("name")).toList();
        }
    }

    @Inject
    Flamingock flamingock;

    @Inject
    Observer observer;

    @Test
    void everythingIsAppliedBeforeStartupObserversRun() {
        assertThat(observer.seenAtStart).containsExactly("Ada", "Grace");
        assertThat(Mongo.all(DATABASE, "preferences")).extracting(each -> each.getString("theme")).containsExactly("light");
        assertThat(Mongo.all(DATABASE, "orders")).extracting(each -> each.getString("item")).containsExactly("pencils");
        assertThat(Mongo.trail(DATABASE)).containsExactly("create-users STARTED", "create-users EXECUTED",
                "add-user-preferences STARTED", "add-user-preferences EXECUTED", "add-user STARTED", "add-user EXECUTED",
                "add-order STARTED", "add-order EXECUTED");
        assertThat(Mongo.all(DATABASE, "flamingock_marker")).extracting(each -> each.getString("changeId"))
                .containsExactlyInAnyOrder("add-user-preferences", "add-user", "add-order");
    }

    @Test
    void whereNothingIsPendingOneCommandIsSent() {
        Commands.SENT.clear();
        assertThat(flamingock.apply().applied()).isEmpty();
        assertThat(Commands.SENT).containsExactly("find");
    }

    @Test
    void nothingOfJdbcIsThere() {
        assertThat(Arc.container().beanManager().getBeans(Object.class).stream().map(bean -> bean.getBeanClass().getName()))
                .noneMatch(name -> name.contains("flamingock.runtime.jdbc"));
        assertThatThrownBy(() -> Thread.currentThread().getContextClassLoader().loadClass("io.agroal.api.AgroalDataSource"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
