package io.quarkiverse.flamingock.test.servers.mongodb;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;

/**
 * Finds what answers a command.
 */
final class Commands {

    /** What a transaction may do. */
    private static final Set<String> IN_TRANSACTION = Set.of("find", "getMore", "insert", "update", "delete", "findAndModify",
            "findandmodify", "aggregate", "distinct", "killCursors");

    /** What a transaction of a later server may do, with read concern local. */
    private static final Set<String> CREATES = Set.of("create", "createIndexes");

    private final Cursors cursors = new Cursors();
    private final Reads reads = new Reads(cursors);
    private final Definitions definitions = new Definitions(cursors);
    private final Administration administration;

    Commands(Administration administration) {
        this.administration = administration;
    }

    Document run(Access access, String database, Document command) {
        String name = command.keySet().iterator().next();
        if (access.transaction() != null) {
            checkInTransaction(access, name);
        }
        String namespace = database + "." + command.get(name);
        return switch (name) {
            case "find" -> reads.find(access, namespace, command);
            case "getMore" -> cursors.more(command);
            case "killCursors" -> cursors.kill(command);
            case "aggregate" -> aggregate(access, database, command);
            case "distinct" -> reads.distinct(access, namespace, command);
            case "count" -> reads.count(access, namespace, command);
            case "insert" -> Writes.insert(access, namespace, command);
            case "update" -> Writes.update(access, namespace, command);
            case "delete" -> Writes.delete(access, namespace, command);
            case "findAndModify", "findandmodify" -> Writes.findAndModify(access, namespace, command);
            case "create" -> definitions.create(access, namespace, command);
            case "collMod" -> definitions.modify(access, namespace, command);
            case "drop" -> definitions.drop(access, namespace);
            case "dropDatabase" -> definitions.dropDatabase(access, database);
            case "renameCollection" -> definitions.rename(access, command);
            case "createIndexes" -> definitions.createIndexes(access, namespace, command);
            case "dropIndexes" -> definitions.dropIndexes(access, namespace, command);
            case "listIndexes" -> definitions.listIndexes(access, namespace, command);
            case "listCollections" -> definitions.listCollections(access, database, command);
            case "listDatabases" -> definitions.listDatabases(access);
            case "hello" -> administration.hello(false);
            case "isMaster", "ismaster" -> administration.hello(true);
            case "buildInfo", "buildinfo" -> administration.buildInfo();
            case "setParameter" -> administration.setParameter(command);
            case "getParameter" -> administration.getParameter(command);
            case "killSessions" -> administration.killSessions(command, access.operation().user);
            case "saslStart" -> new Document("conversationId", 1).append("done", true).append("payload",
                    new BinData(new byte[0]));
            case "ping", "endSessions", "refreshSessions" -> new Document();
            default -> throw new CommandError(59, "CommandNotFound", "no such command: '" + name + "'");
        };
    }

    private static void checkInTransaction(Access access, String name) {
        boolean creates = access.store().edition.createsInTransactions() && CREATES.contains(name);
        if (!creates && !IN_TRANSACTION.contains(name)) {
            throw CommandError.notInTransaction("Command " + name);
        }
        if (creates && !access.transaction().readConcern.equals("local")) {
            throw new CommandError(72, "InvalidOptions", "Command " + name + " does not support this transaction's"
                    + " { readConcern: { level: \"" + access.transaction().readConcern
                    + "\", provenance: \"clientSupplied\" } }");
        }
    }

    @SuppressWarnings("unchecked")
    private Document aggregate(Access access, String database, Document command) {
        List<Document> pipeline = (List<Document>) command.get("pipeline");
        if (pipeline.isEmpty() || !pipeline.get(0).containsKey("$currentOp")) {
            return reads.aggregate(access, database, command);
        }
        boolean all = pipeline.get(0).get("$currentOp") instanceof Document options
                && Boolean.TRUE.equals(options.get("allUsers"));
        String user = access.operation().user;
        List<Document> operations = Scratch.aggregate(
                administration.currentOperations(each -> all || Objects.equals(each, user)),
                pipeline.subList(1, pipeline.size()), other -> List.of());
        return reads.answer(command, database + ".$cmd.aggregate", operations);
    }
}
