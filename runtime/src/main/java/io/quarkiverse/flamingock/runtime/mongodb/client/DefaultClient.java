package io.quarkiverse.flamingock.runtime.mongodb.client;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import com.mongodb.client.MongoClient;

/**
 * An injection point: Quarkus makes the default client of an application only where a class injects it. Never instantiated.
 */
@Singleton
public class DefaultClient {

    DefaultClient(Instance<MongoClient> client) {
        // The injection point is all that counts.
    }
}
