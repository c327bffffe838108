package io.quarkiverse.flamingock.runtime.mongodb.session;

import java.util.List;
import java.util.Set;

import org.bson.BsonDocument;
import org.bson.conversions.Bson;

import com.mongodb.client.ClientSession;

/**
 * The session of a change, and what its transaction can't do. Everything that is refused here would otherwise be done outside
 * of the transaction, or fail at the server with a message that does not name the change.
 *
 * @param session the session, with a transaction
 * @param changeId the id of the change
 * @param createsCollections whether the server can create collections, and indexes of them, in transactions
 */
record SessionBinding(ClientSession session, String changeId, boolean createsCollections) {

    private static final Set<String> COMMANDS = Set.of("find", "aggregate", "distinct", "getMore", "killCursors", "insert",
            "update", "delete", "findAndModify", "findandmodify", "create", "createIndexes");

    private static final Set<String> WRITING_STAGES = Set.of("$out", "$merge");

    /** The session itself for the driver, where the one that was passed is that of the change. */
    ClientSession own(ClientSession given, String operation) {
        if (given == session || given instanceof GuardedSession guarded && guarded.session() == session) {
            return session;
        }
        throw new UnsupportedOperationException(operation + " is refused: it was given another session than that of change "
                + changeId + " and would stay when the change is undone. Pass the ClientSession that the change was given, or"
                + " none at all");
    }

    void checkPipeline(String operation, List<? extends Bson> pipeline) {
        for (Bson stage : pipeline) {
            for (String name : stage.toBsonDocument().keySet()) {
                if (WRITING_STAGES.contains(name)) {
                    throw refused(operation + " with " + name);
                }
            }
        }
    }

    void checkCommand(String operation, Bson command) {
        BsonDocument document = command.toBsonDocument();
        String name = document.isEmpty() ? "" : document.getFirstKey();
        if (!COMMANDS.contains(name)) {
            throw refused(operation + " with " + name);
        }
        if (name.equals("create") || name.equals("createIndexes")) {
            checkCreates(operation + " with " + name);
        }
        if (name.equals("aggregate") && document.isArray("pipeline")) {
            checkPipeline(operation + " with aggregate",
                    document.getArray("pipeline").stream().map(stage -> stage.asDocument()).toList());
        }
    }

    void checkCreates(String operation) {
        if (!createsCollections) {
            throw refused(operation + " on a server before MongoDB 4.4");
        }
    }

    UnsupportedOperationException refused(String operation) {
        return refused(operation, "Declare the change with transactional = false, or move this to one that is");
    }

    UnsupportedOperationException refused(String operation, String instead) {
        return new UnsupportedOperationException(operation + " is refused: it can't take part in the transaction of change "
                + changeId + ". " + instead);
    }

    UnsupportedOperationException ends(String operation) {
        return new UnsupportedOperationException(operation + " is refused: the session belongs to the transaction of change "
                + changeId + "; the extension commits it when the change returns, aborts it when the change throws, and"
                + " closes it. Leave the call out, or declare the change with transactional = false");
    }
}
