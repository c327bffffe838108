package io.quarkiverse.flamingock.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkiverse.flamingock.test.servers.SharedPostgres;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusProdModeTest;

/**
 * Starts an application and counts the statements that the server was sent meanwhile.
 */
final class StatementCount {

    static final String HEAD = "SELECT sequence, settled, hash, CURRENT_SCHEMA FROM \"flamingock_head\" h WHERE service = $1"
            + " AND h.tableoid = to_regclass(quote_ident(CURRENT_SCHEMA) || '.\"flamingock_head\"')";

    private StatementCount() {
    }

    static QuarkusProdModeTest application(String database, int changes) {
        return new QuarkusProdModeTest()
                .withApplicationRoot(jar -> {
                    jar.addClass(FirstQuery.class);
                    ManyChanges.add(jar, changes);
                })
                .setApplicationName(database)
                .setForcedDependencies(Stream.of("quarkus-jdbc-postgresql", "quarkus-jdbc-h2", "quarkus-rest")
                        .map(extension -> Dependency.of("io.quarkus", extension, Version.getVersion())).toList())
                .overrideConfigKey("quarkus.datasource.db-kind", "postgresql")
                .overrideConfigKey("quarkus.devservices.enabled", "false")
                .setRuntimeProperties(Map.of("quarkus.datasource.jdbc.url", SharedPostgres.url(database),
                        "quarkus.http.port", "0"))
                .setJVMArgs(List.of("-Xlog:class+load:file=" + loadedClasses(database) + "::filecount=0"))
                .setRun(false);
    }

    /** The classes that the last start loaded, of the extension, of the changes and of what is generated for them. */
    static List<String> loaded(String database) {
        try (Stream<String> lines = Files.lines(loadedClasses(database))) {
            List<String> loaded = lines.map(line -> line.replaceAll("^(\\[[^]]*])+ ", "").replaceAll(" .*", "")).toList();
            assertThat(loaded).as("the start was logged").contains(FirstQuery.class.getName());
            return loaded.stream().filter(name -> name.startsWith("io.quarkiverse.flamingock.")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path loadedClasses(String database) {
        return Path.of("target", "loaded-classes-" + database + ".log").toAbsolutePath();
    }

    /** The statements of one start. */
    static List<String> ofStart(QuarkusProdModeTest application, String database) {
        int before = SharedPostgres.statements(database).size();
        application.start();
        application.stop();
        List<String> all = SharedPostgres.statements(database);
        List<String> ofStart = all.subList(before, all.size());
        assertThat(ofStart).contains("SELECT 'the work of the application'");
        return ofStart;
    }

    /** A long history, as years of executions would leave. */
    static void addEvents(String database, int count) {
        try (Connection connection = SharedPostgres.connect(database); Statement statement = connection.createStatement()) {
            statement.execute("UPDATE flamingock_head SET sequence = sequence + " + count);
            statement.execute("UPDATE flamingock_audit SET sequence = sequence + " + count);
            String columns;
            try (ResultSet row = statement.executeQuery("SELECT string_agg(column_name, ', ') FROM information_schema.columns"
                    + " WHERE table_name = 'flamingock_audit' AND column_name <> 'sequence'")) {
                row.next();
                columns = row.getString(1);
            }
            statement.execute("INSERT INTO flamingock_audit (sequence, " + columns + ") SELECT number, " + columns
                    + " FROM (SELECT * FROM flamingock_audit LIMIT 1) AS sample, generate_series(1, " + count
                    + ") AS number");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
