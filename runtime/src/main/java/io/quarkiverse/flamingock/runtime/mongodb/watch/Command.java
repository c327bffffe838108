package io.quarkiverse.flamingock.runtime.mongodb.watch;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

import com.mongodb.client.MongoDatabase;

/**
 * A command as a change wrote it, and what its answer says of its effect.
 *
 * @param name the name of the command
 * @param document all of it
 */
record Command(String name, BsonDocument document) {

    private static final Set<String> READ = Set.of("find", "getMore", "killCursors", "count", "distinct", "listCollections",
            "listIndexes", "listDatabases", "hello", "isMaster", "ismaster", "ping", "buildInfo", "buildinfo", "dbStats",
            "dbstats", "collStats", "collstats", "getParameter", "explain", "connectionStatus", "usersInfo", "rolesInfo",
            "serverStatus", "validate", "dataSize", "hostInfo", "listCommands", "whatsmyuri", "currentOp");

    /** Those that are refused where there is nothing to do, or that do the whole or nothing. */
    private static final Set<String> DONE = Set.of("collMod", "renameCollection", "convertToCapped", "createUser",
            "createRole", "dropUser", "dropRole");

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify", "findandmodify", "create",
            "createIndexes", "drop");

    private static final Set<String> WRITING_STAGES = Set.of("$out", "$merge");

    static Command of(Bson command) {
        BsonDocument document = command.toBsonDocument();
        return new Command(document.isEmpty() ? "" : document.getFirstKey(), document);
    }

    /** The stage of a pipeline that writes; null where there is none. */
    static String writingStage(List<? extends Bson> pipeline) {
        for (Bson stage : pipeline) {
            for (String name : stage.toBsonDocument().keySet()) {
                if (WRITING_STAGES.contains(name)) {
                    return name;
                }
            }
        }
        return null;
    }

    boolean reads() {
        return READ.contains(name) || name.equals("aggregate") && (!document.isArray("pipeline")
                || writingStage(document.getArray("pipeline").stream().map(BsonValue::asDocument).toList()) == null);
    }

    boolean mayFailHalfway() {
        return name.equals("update") || name.equals("delete") || !DONE.contains(name) && !WRITES.contains(name);
    }

    /** What there was before; not known where the answer tells all the same. */
    Before before(Watch watch, MongoDatabase database) {
        return switch (name) {
            case "create", "drop" -> Before.collection(watch, database, document.getString(name).getValue());
            default -> new Before(null);
        };
    }

    /**
     * @param before what there was before
     * @param answer what the server answered, as the change wanted to have it
     * @return its effect
     */
    Effect effect(Before before, Object answer) {
        if (name.equals("create")) {
            return before.made();
        }
        if (name.equals("drop")) {
            return before.dropped();
        }
        if (DONE.contains(name)) {
            return Effect.CERTAIN;
        }
        // A Document and a BsonDocument are maps.
        return answer instanceof Map<?, ?> fields ? effect(fields) : Effect.POSSIBLE;
    }

    private Effect effect(Map<?, ?> answer) {
        return switch (name) {
            case "insert", "delete" -> Effect.certainIf(number(answer.get("n")) > 0);
            case "update" -> Effect.certainIf(number(answer.get("nModified")) > 0 || answer.containsKey("upserted"));
            case "findAndModify", "findandmodify" -> Effect.certainIf(
                    answer.get("lastErrorObject") instanceof Map<?, ?> last && number(last.get("n")) > 0);
            case "createIndexes" -> Effect.certainIf(
                    number(answer.get("numIndexesAfter")) > number(answer.get("numIndexesBefore")));
            case "dropIndexes" -> Effect.certainIf(number(answer.get("nIndexesWas")) > 1);
            default -> Effect.POSSIBLE;
        };
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue()
                : value instanceof BsonValue bson && bson.isNumber() ? bson.asNumber().doubleValue() : 0;
    }
}
