package org.acme.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.bson.Document;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.test.servers.SharedPostgres;
import io.quarkiverse.flamingock.test.servers.TestMongo;

/**
 * Databases of its own for a test, and the application as processes of their own.
 */
final class Shop implements AutoCloseable {

    /** Where executions are recorded. */
    enum Audit {
        MONGODB("quarkus-app"),
        POSTGRESQL("postgres-audit");

        private final String directory;

        Audit(String directory) {
            this.directory = directory;
        }
    }

    /** Generous: only against hanging. */
    private static final long PATIENCE_SECONDS = 120;

    private final Audit audit;
    private final String database = "shop_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final Path directory;
    private final MongoClient client = MongoClients.create(TestMongo.uri());
    private final List<Process> processes = new ArrayList<>();

    Shop(Audit audit) throws IOException {
        this.audit = audit;
        this.directory = Files.createTempDirectory("shop");
    }

    /** A process of the application, and what it has printed. */
    record Instance(Process process, Path log) {

        int exit() throws InterruptedException {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(this::text).isTrue();
            return process.exitValue();
        }

        String text() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                return e.toString();
            }
        }

        Instance awaitStopped() throws Exception {
            Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
            for (int i = 0; i < PATIENCE_SECONDS * 50; i++) {
                String state = Files.readString(stat);
                if (state.charAt(state.lastIndexOf(')') + 2) == 'T') {
                    return this;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            throw new AssertionError("never stopped: " + text());
        }

        void goOn() throws Exception {
            new ProcessBuilder("kill", "-CONT", Long.toString(process.pid())).start().waitFor();
        }
    }

    Instance start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m",
                "-Dquarkus.mongodb.connection-string=" + TestMongo.uri(), "-Dquarkus.mongodb.database=" + database,
                "-Dquarkus.datasource.jdbc.url=" + SharedPostgres.url(database),
                "-Dquarkus.transaction-manager.object-store.directory=" + directory.resolve("transactions"),
                "-Dquarkus.flamingock.lock.lease=2S", "-Dquarkus.flamingock.lock.takeover-grace=1S"));
        command.addAll(List.of(options));
        Path build = Path.of(System.getProperty("build.directory"), audit.directory);
        Path jar = Files.exists(build.resolve("quarkus-run.jar")) ? build.resolve("quarkus-run.jar")
                : build.resolve("quarkus-app").resolve("quarkus-run.jar");
        command.addAll(List.of("-jar", jar.toString()));
        Path log = directory.resolve("log" + processes.size());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        processes.add(process);
        return new Instance(process, log);
    }

    List<String> products() {
        return mongo().getCollection("products").find().map(product -> product.getString("name")).into(new ArrayList<>());
    }

    List<String> prices() {
        return mongo().getCollection("prices").find().map(price -> price.getString("_id")).into(new ArrayList<>());
    }

    List<String> orders() throws SQLException {
        return query("SELECT product FROM orders");
    }

    /** Change, state, and what has resolved it. */
    List<String> trail() throws SQLException {
        if (audit == Audit.POSTGRESQL) {
            return query("SELECT change_id || ' ' || state || COALESCE(' by ' || resolved_by, '') FROM flamingock_audit"
                    + " ORDER BY sequence");
        }
        return mongo().getCollection("flamingock_audit").find().sort(new Document("sequence", 1))
                .map(event -> event.getString("changeId") + " " + event.getString("state")
                        + (event.getString("resolvedBy") == null ? "" : " by " + event.getString("resolvedBy")))
                .into(new ArrayList<>());
    }

    private MongoDatabase mongo() {
        return client.getDatabase(database);
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = SharedPostgres.connect(database);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        mongo().drop();
        client.close();
    }
}
