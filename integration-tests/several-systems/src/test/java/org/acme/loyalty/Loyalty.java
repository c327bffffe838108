package org.acme.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.bson.Document;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

/**
 * A user database of its own for a test, and the application as processes of their own.
 */
final class Loyalty implements AutoCloseable {

    /** Generous: only against hanging. */
    private static final long PATIENCE_SECONDS = 120;
    private static final Path JAR = Path.of(System.getProperty("build.directory"), "quarkus-app", "quarkus-run.jar");

    private final Servers servers;
    final RedisKeys cache;
    private final String mongo;
    private final MongoClient client;
    private final MongoDatabase database;
    private final Path directory;
    private final List<Process> processes = new ArrayList<>();

    Loyalty(Servers servers, String mongo) throws Exception {
        this.servers = servers;
        this.mongo = mongo;
        this.client = MongoClients.create(mongo);
        this.cache = new RedisKeys(servers.redisPort);
        this.directory = Files.createTempDirectory("loyalty");
        this.database = client
                .getDatabase("shop_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
        users().insertOne(new Document("_id", "ada").append("points", 0));
        servers.kafka.delete(servers.kafka.topics());
        cache.delete("points-per-euro");
        cache.delete("levels");
    }

    /** How a process has ended, and what it printed. */
    record Ended(int exit, String text) {
    }

    Ended start(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m",
                "-Dquarkus.mongodb.connection-string=" + mongo, "-Dquarkus.mongodb.database=" + database.getName(),
                "-Dkafka.bootstrap.servers=" + servers.kafka.bootstrap,
                "-Dquarkus.redis.hosts=redis://localhost:" + servers.redisPort,
                "-Dquarkus.flamingock.lock.lease=2S", "-Dquarkus.flamingock.lock.takeover-grace=1S"));
        for (String option : options) {
            command.add("-D" + option);
        }
        command.addAll(List.of("-jar", JAR.toString()));
        Path log = directory.resolve("log" + processes.size());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        processes.add(process);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(log::toString).isTrue();
        return new Ended(process.exitValue(), Files.readString(log));
    }

    /** A start that must end so. */
    String ends(int exit, String... options) throws IOException, InterruptedException {
        Ended ended = start(options);
        assertThat(ended.exit()).as(ended::text).isEqualTo(exit);
        return ended.text();
    }

    MongoCollection<Document> users() {
        return database.getCollection("users");
    }

    int points() {
        return users().find().first().getInteger("points");
    }

    boolean hasBonus() {
        return users().find().first().containsKey("bonus");
    }

    /** What proves a change in the user database itself. */
    List<String> markers() {
        return database.getCollection("flamingock_marker").find()
                .map(marker -> marker.getString("changeId") + " " + marker.getString("state")).into(new ArrayList<>());
    }

    /** Of the topic and of the key in the cache, those that are there. */
    List<String> elsewhere() throws Exception {
        List<String> found = new ArrayList<>();
        if (servers.kafka.topics().contains("points")) {
            found.add("topic with " + servers.kafka.partitions("points") + " partitions");
        }
        if (cache.get("points-per-euro") != null) {
            found.add("points-per-euro=" + cache.get("points-per-euro"));
        }
        return found;
    }

    /** By hand. */
    void takeBackElsewhere() throws Exception {
        servers.kafka.delete(servers.kafka.topics());
        cache.delete("points-per-euro");
    }

    /** Change, state, and what has resolved it. */
    List<String> trail() {
        return database.getCollection("flamingock_audit").find().sort(new Document("sequence", 1))
                .map(event -> event.getString("changeId") + " " + event.getString("state")
                        + (event.getString("resolvedBy") == null ? "" : " by " + event.getString("resolvedBy")))
                .into(new ArrayList<>());
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        database.drop();
        client.close();
    }
}
