package org.acme.faults;

import org.bson.Document;
import org.bson.types.ObjectId;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;

import io.quarkiverse.flamingock.ChangeContext;

/**
 * Leaves one document per step in the collection {@code effect}; the time is that of the server.
 *
 * @param database as the change was given it
 */
public record DocumentTraces(MongoDatabase database) implements Traces {

    /**
     * @param changeId the id of a change
     * @return whether one of its executions has come to its end here
     */
    public boolean isDone(String changeId) {
        return database.getCollection("effect").find(new Document("change", changeId).append("part", "DONE")).first() != null;
    }

    @Override
    public void leave(ChangeContext context, Part part, int delay) {
        // The one that takes long is known by its name to whoever holds it back.
        Object id = delay == 0 ? new ObjectId() : "slow " + context.changeId();
        Document values = new Document("change", context.changeId()).append("part", part.name())
                .append("token", context.fencingToken()).append("attempt", context.attempt())
                .append("execution", context.executionId());
        database.getCollection("effect").updateOne(new Document("_id", id),
                new Document("$setOnInsert", values).append("$currentDate", new Document("at", true)),
                new UpdateOptions().upsert(true));
    }
}
