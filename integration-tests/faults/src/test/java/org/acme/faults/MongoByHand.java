package org.acme.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import org.bson.Document;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;

import io.quarkiverse.flamingock.result.ChangeState;

/**
 * The audit store in collections.
 */
record MongoByHand(MongoDatabase database) implements ByHand {

    @Override
    public List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (Document event : collection("audit").find(Filters.eq("service", "quarkus-flamingock-faults"))
                .sort(new Document("sequence", 1))) {
            events.add(new Event(event.getLong("sequence"), event.getString("changeId"),
                    ChangeState.valueOf(event.getString("state")), event.getInteger("attempt"), event.getLong("token"),
                    event.getString("targetSystem"), event.getString("order"), event.getDate("time").toInstant(),
                    event.getString("error"), event.getString("resolvedBy"), event.getString("executionId")));
        }
        return events;
    }

    @Override
    public List<String> values(String table) {
        return collection(table).find().map(Document::toString).into(new ArrayList<>());
    }

    @Override
    public int services() {
        return collection("audit").distinct("service", String.class).into(new ArrayList<>()).size();
    }

    @Override
    public String owner(String target) {
        Document lock = collection("lock").find(Filters.eq(target)).first();
        return lock == null ? null : lock.getString("owner");
    }

    @Override
    public int held() {
        return collection("lock").find(Filters.ne("owner", null)).into(new ArrayList<>()).size();
    }

    @Override
    public void endLeases() {
        collection("lock").updateMany(new Document(), new Document("$set", new Document("renewedAt", new Date(0))));
    }

    @Override
    public void extendLeases(int seconds) {
        Document now = database.runCommand(new Document("isMaster", 1));
        Instant end = now.getDate("localTime").toInstant().plusSeconds(seconds);
        collection("lock").updateMany(new Document(),
                new Document("$set", new Document("renewedAt", Date.from(end)).append("lease", 0L)));
    }

    @Override
    public void take(String target, int seconds) {
        collection("lock").updateOne(Filters.eq(target),
                new Document("$set", new Document("owner", "somebody else").append("lease", seconds * 1_000L))
                        .append("$inc", new Document("token", 1L)).append("$currentDate", new Document("renewedAt", true)));
    }

    @Override
    public void deleteLocks() {
        collection("lock").deleteMany(new Document());
    }

    @Override
    public void truncateLocks() {
        collection("lock").drop();
    }

    @Override
    public void save() {
        for (String table : TABLES) {
            copy(collection(table), database.getCollection("saved_" + table));
        }
    }

    @Override
    public void putBack() {
        for (String table : TABLES) {
            collection(table).deleteMany(new Document());
            copy(database.getCollection("saved_" + table), collection(table));
        }
    }

    private static void copy(MongoCollection<Document> from, MongoCollection<Document> to) {
        to.insertMany(from.find().into(new ArrayList<>()));
    }

    @Override
    public void drop() {
        TABLES.forEach(table -> collection(table).drop());
    }

    private MongoCollection<Document> collection(String table) {
        return database.getCollection("flamingock_" + table);
    }
}
