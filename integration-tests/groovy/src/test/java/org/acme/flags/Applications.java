package org.acme.flags;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkus.test.QuarkusUnitTest;

/** Applications in Groovy with a database in memory, and what they leave in it. */
public final class Applications {

    private static final String FIRST = "org.acme.checksums";

    private Applications() {
    }

    static QuarkusUnitTest flags(String database, boolean fail) {
        return new QuarkusUnitTest()
                .withApplicationRoot(jar -> jar.addPackage(Flags.class.getPackage()).addClass(Applications.class))
                .overrideConfigKey("quarkus.devservices.enabled", "false")
                .overrideConfigKey("quarkus.datasource.db-kind", "h2")
                .overrideConfigKey("quarkus.datasource.jdbc.url", url(database))
                .overrideRuntimeConfigKey("flags.fail", String.valueOf(fail));
    }

    private static String url(String database) {
        return "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1";
    }

    static List<String> names(String database) {
        try (Connection connection = DriverManager.getConnection(url(database));
                ResultSet found = connection.createStatement().executeQuery("SELECT name FROM flags ORDER BY name")) {
            List<String> names = new ArrayList<>();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, String> checksums(Flamingock flamingock) {
        Map<String, String> checksums = new TreeMap<>();
        flamingock.history(HistoryQuery.newest(100))
                .forEach(event -> checksums.put(event.changeId(), event.change().checksum()));
        return checksums;
    }

    /**
     * Those of the first application that was built in this JVM. As text, and among the properties of the system: each
     * application has this class in a class loader of its own.
     */
    static String checksumsOfFirstBuild(Flamingock flamingock) {
        return (String) System.getProperties().computeIfAbsent(FIRST, key -> checksums(flamingock).toString());
    }
}
