package io.quarkiverse.flamingock.test.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.testcontainers.mongodb.MongoDBContainer;

import io.quarkiverse.flamingock.test.servers.mongodb.MongoStandIn;

/**
 * The MongoDB of all tests of a JVM, also for those of an application that a test runs in a class loader of its own: the
 * replica set that {@code -Dflamingock.test.mongodb-uri} names; or else one in Docker; or else, where there is no Docker, a
 * stand-in. The log says which one it is.
 */
public final class TestMongo {

    private static final Logger LOG = Logger.getLogger(TestMongo.class);

    private static final String GIVEN = "flamingock.test.mongodb-uri";
    private static final String GIVEN_STAND_ALONE = "flamingock.test.mongodb-stand-alone-uri";
    private static final String GIVEN_LATER = "flamingock.test.mongodb-later-uri";
    private static final String URI = "flamingock.test.mongodb.running";
    private static final String LATER_URI = "flamingock.test.mongodb.running-later";
    private static final String STAND_ALONE_URI = "flamingock.test.mongodb.running-stand-alone";
    /** Close to the version whose answers were recorded; later ones answer some commands otherwise. */
    private static final String IMAGE = "mongo:4.4";

    private TestMongo() {
    }

    /**
     * @return the connection string of a replica set, without a database
     */
    public static String uri() {
        Properties properties = System.getProperties();
        synchronized (VirtualMachine.LOCK) {
            if (properties.getProperty(URI) == null) {
                properties.setProperty(URI, start());
            }
            return properties.getProperty(URI);
        }
    }

    /**
     * @return the connection string of a replica set of MongoDB 4.4 or later, without a database: a stand-in, unless
     *         {@code -Dflamingock.test.mongodb-later-uri} names one
     */
    public static String laterUri() {
        return running(LATER_URI, GIVEN_LATER, () -> MongoStandIn.startLater().uri());
    }

    /**
     * @return the connection string of a server that is no replica set, without a database: the one that
     *         {@code -Dflamingock.test.mongodb-stand-alone-uri} names, or else a stand-in
     */
    public static String standAloneUri() {
        return running(STAND_ALONE_URI, GIVEN_STAND_ALONE, () -> MongoStandIn.startStandAlone().uri());
    }

    private static String running(String key, String givenBy, Supplier<String> start) {
        Properties properties = System.getProperties();
        synchronized (VirtualMachine.LOCK) {
            if (properties.getProperty(key) == null) {
                String given = properties.getProperty(givenBy);
                properties.setProperty(key, given == null ? start.get() : given);
            }
            return properties.getProperty(key);
        }
    }

    /**
     * @param database the name of a database
     * @return the connection string of a replica set, with the database
     */
    public static String uri(String database) {
        String uri = uri();
        int options = uri.indexOf('?');
        String path = options < 0 ? uri : uri.substring(0, options);
        return (path.endsWith("/") ? path : path + "/") + database + (options < 0 ? "" : uri.substring(options));
    }

    private static String start() {
        String given = System.getProperty(GIVEN);
        if (given != null) {
            LOG.infof("Tests of MongoDB run against the server that -D%s names", GIVEN);
            return given;
        }
        if (docker()) {
            MongoDBContainer container = new MongoDBContainer(IMAGE).withReplicaSet();
            container.start();
            LOG.infof("Tests of MongoDB run against %s in Docker", IMAGE);
            return container.getReplicaSetUrl("").replaceAll("/[?]?$", "/");
        }
        LOG.infof("Tests of MongoDB run against a stand-in, because -D%s names no server and Docker is not there", GIVEN);
        return MongoStandIn.start().uri();
    }

    private static boolean docker() {
        // Testcontainers looks for it at length, and with a lot of noise.
        return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    }
}
