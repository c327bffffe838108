package io.quarkiverse.flamingock.mongodb.only;

import java.util.Properties;
import java.util.function.IntSupplier;

import io.quarkiverse.flamingock.test.servers.mongodb.MongoStandIn;

/**
 * A server of its own that counts the connections to it; always the stand-in. The test and the application, each with this
 * class in a class loader of its own, use the same one.
 */
final class CountedMongo {

    private static final String URI = "io.quarkiverse.flamingock.mongodb.only.counted";
    private static final String CONNECTIONS = URI + ".connections";

    private CountedMongo() {
    }

    static String uri(String database) {
        Properties properties = System.getProperties();
        synchronized (properties) {
            if (!properties.containsKey(URI)) {
                MongoStandIn server = MongoStandIn.start();
                properties.put(CONNECTIONS, (IntSupplier) server::connections);
                properties.setProperty(URI, server.uri());
            }
            return properties.getProperty(URI).replace("/?", "/" + database + "?");
        }
    }

    static int connections() {
        return ((IntSupplier) System.getProperties().get(CONNECTIONS)).getAsInt();
    }

    /** A client does not wait until the server has seen that it is gone. */
    static boolean isLeftAlone() throws InterruptedException {
        long start = System.nanoTime();
        while (connections() > 0 && System.nanoTime() - start < 30_000_000_000L) {
            Thread.sleep(20);
        }
        return connections() == 0;
    }
}
