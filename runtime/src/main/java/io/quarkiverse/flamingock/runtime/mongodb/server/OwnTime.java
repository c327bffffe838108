package io.quarkiverse.flamingock.runtime.mongodb.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.mongodb.ClientSessionOptions;
import com.mongodb.TransactionOptions;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

/**
 * How long the extension's own operations may take. Where the application's client has a time-out for whole operations
 * ({@code timeoutMS}), the driver gives it to each of them and heeds no other limit. It was chosen for the application; so
 * these get one of their own. Without it, limits are those of the options of each operation.
 *
 * @param client the application's client
 */
record OwnTime(MongoClient client) {

    /** Longer than a transaction lives that was left open, and that an operation may have to wait for. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The way to the server counts, too, and a new connection. */
    private static final Duration LEAST = Duration.ofSeconds(2);

    /** That of the application for a whole operation; null where there is none, zero where it is none. */
    Duration ofApplication() {
        Long millis = client.getTimeout(TimeUnit.MILLISECONDS);
        return millis == null ? null : Duration.ofMillis(millis);
    }

    MongoDatabase of(MongoDatabase database) {
        return ofApplication() == null ? database : database.withTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    <T> MongoCollection<T> of(MongoCollection<T> collection, Duration longest) {
        return ofApplication() == null ? collection : collection.withTimeout(millis(longest), TimeUnit.MILLISECONDS);
    }

    /** A session has one time for each of its transactions, whatever its operations are given. */
    ClientSessionOptions of(ClientSessionOptions options) {
        return ofApplication() == null ? options
                : ClientSessionOptions.builder(options)
                        .defaultTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).build();
    }

    TransactionOptions transaction(Duration longest) {
        return ofApplication() == null ? TransactionOptions.builder().build()
                : TransactionOptions.builder().timeout(millis(longest), TimeUnit.MILLISECONDS).build();
    }

    private static long millis(Duration longest) {
        return (longest.compareTo(LEAST) < 0 ? LEAST : longest.compareTo(PATIENCE) > 0 ? PATIENCE : longest).toMillis();
    }
}
