package io.quarkiverse.flamingock.mongodb.only;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.bson.Document;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.test.servers.TestMongo;
import io.quarkus.test.QuarkusUnitTest;

/**
 * The databases of the tests, seen from outside of the application.
 */
public final class Mongo {

    private Mongo() {
    }

    /** An application with the default client. */
    static QuarkusUnitTest application(String database, Class<?>... classes) {
        return without(classes)
                // not in an initializer: the application has this class, too
                .setBeforeAllCustomizer(() -> drop(database))
                .overrideConfigKey("quarkus.mongodb.database", database)
                .overrideRuntimeConfigKey("quarkus.mongodb.connection-string", TestMongo.uri());
    }

    /** An application whose clients the test configures. */
    static QuarkusUnitTest without(Class<?>... classes) {
        return new QuarkusUnitTest()
                .withApplicationRoot(jar -> jar.addClasses(classes).addClass(Mongo.class))
                .overrideConfigKey("quarkus.devservices.enabled", "false")
                .overrideConfigKey("quarkus.mongodb.health.enabled", "false");
    }

    static <T> T in(String uri, String database, Function<MongoDatabase, T> question) {
        try (MongoClient client = MongoClients.create(uri)) {
            return question.apply(client.getDatabase(database));
        }
    }

    static List<Document> all(String database, String collection) {
        return in(TestMongo.uri(), database, found -> found.getCollection(collection).find().into(new ArrayList<>()));
    }

    static List<String> trail(String database) {
        return in(TestMongo.uri(), database, found -> found.getCollection("flamingock_audit").find()
                .sort(new Document("sequence", 1)).map(event -> event.getString("changeId") + " " + event.getString("state"))
                .into(new ArrayList<>()));
    }

    static void drop(String database) {
        in(TestMongo.uri(), database, found -> {
            found.drop();
            return null;
        });
    }
}
