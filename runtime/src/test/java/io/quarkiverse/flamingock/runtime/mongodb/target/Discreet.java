package io.quarkiverse.flamingock.runtime.mongodb.target;

import org.bson.Document;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

/**
 * A client whose server tells nobody its parameters, as to a user without the right to ask.
 */
final class Discreet {

    private Discreet() {
    }

    static MongoClient client(MongoClient client) {
        return FaultyCommits.proxy(MongoClient.class, client, (method, arguments, result) -> method.getName()
                .equals("getDatabase") ? database((MongoDatabase) result.get()) : result.get());
    }

    private static MongoDatabase database(MongoDatabase database) {
        return FaultyCommits.proxy(MongoDatabase.class, database, (method, arguments, result) -> {
            if (method.getName().equals("runCommand") && ((Document) arguments[0]).containsKey("getParameter")) {
                throw new MongoException(13, "not authorized on admin to execute command");
            }
            return result.get();
        });
    }
}
