package io.quarkiverse.flamingock.test.servers.mongodb;

import java.util.Objects;

import de.bwaldvogel.mongo.bson.Document;

/**
 * A command that is at work. It goes on when its client is gone, until it is killed.
 */
final class Operation {

    final String database;
    final Document command;
    /** As whom its client has signed in, or null. */
    final String user;
    private boolean killed;

    Operation(String database, Document command, String user) {
        this.database = database;
        this.command = command;
        this.user = user;
    }

    /** Whether it is at work in a session of a user. */
    boolean isOf(Document session, String owner) {
        return Objects.equals(user, owner) && command.get("lsid") instanceof Document own
                && own.get("id").equals(session.get("id"));
    }

    void kill() {
        killed = true;
    }

    void checkNotKilled() {
        if (killed) {
            throw new CommandError(11601, "Interrupted", "operation was interrupted");
        }
    }

    /** As {@code $currentOp} describes it. */
    Document description(String address) {
        String name = command.keySet().iterator().next();
        return new Document("type", "op").append("host", address).append("active", true)
                .append("lsid", command.get("lsid")).append("op", "command").append("ns", database + "." + command.get(name))
                .append("waitingForLock", false);
    }
}
