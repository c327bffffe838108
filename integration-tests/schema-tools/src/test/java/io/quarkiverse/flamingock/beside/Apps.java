package io.quarkiverse.flamingock.beside;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

import io.quarkus.test.QuarkusUnitTest;

/** Applications, and a look into their databases past them. */
public final class Apps {

    private Apps() {
    }

    static String h2(String name) {
        return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
    }

    /** A script or change set that notes how many tables of ours it has found: none, as it comes first. */
    static final String SCRIPT = "CREATE TABLE product (id INT PRIMARY KEY);\n"
            + "CREATE TABLE found (ours INT);\n"
            + "INSERT INTO found SELECT COUNT(*) FROM information_schema.tables"
            + " WHERE table_name LIKE 'flamingock%' OR LOWER(table_name) = 'own';\n";

    /** What Flyway finds at its default place. */
    static void script(JavaArchive jar) {
        file(jar, "db/migration/V1__product.sql", SCRIPT);
    }

    /** On a database that is empty, and lives as long as the JVM. */
    static QuarkusUnitTest on(String database, Consumer<JavaArchive> files, Class<?>... classes) {
        return datasource("quarkus.datasource.", database, new QuarkusUnitTest()
                .overrideConfigKey("quarkus.devservices.enabled", "false")
                .withApplicationRoot(jar -> files.accept(jar.addClasses(classes).addClass(Apps.class))));
    }

    static QuarkusUnitTest datasource(String prefix, String database, QuarkusUnitTest application) {
        return application.overrideConfigKey(prefix + "db-kind", "h2")
                .overrideRuntimeConfigKey(prefix + "jdbc.url", h2(database))
                .overrideRuntimeConfigKey(prefix + "username", "sa")
                .overrideRuntimeConfigKey(prefix + "password", "sa");
    }

    static void file(JavaArchive jar, String path, String content) {
        jar.addAsResource(new StringAsset(content), path);
    }

    static List<String> query(String url, String user, String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, user);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.append(i == 1 ? "" : " ").append(rows.getString(i));
                }
                found.add(line.toString());
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> query(String database, String sql) {
        return query(h2(database), "sa", sql);
    }
}
