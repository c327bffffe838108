package io.quarkiverse.flamingock.runtime.mongodb.target;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.spi.Work;

/**
 * One execution of a change with {@code transactional = false}: every operation takes effect by itself, unless the change
 * starts transactions of its own in the session that it can ask for.
 */
final class DirectExecution implements Supply {

    private final Server server;
    private final Supply dependencies;
    private ClientSession session;

    DirectExecution(Server server, Supply dependencies) {
        this.server = server;
        this.dependencies = dependencies;
    }

    Outcome run(Work work) {
        try {
            work.run(this);
            return Outcome.APPLIED;
        } catch (Exception | LinkageError | AssertionError e) {
            // Whether anything was done before is not watched, and what was there already must not be taken away.
            return ThereAlready.causes(e) ? Outcome.unproven(e) : Outcome.partlyApplied(e);
        } finally {
            if (session != null) {
                // aborts what the change did not commit
                session.close();
            }
        }
    }

    @Override
    public Object find(Class<?> type, String name) {
        if (name == null && type == MongoClient.class) {
            return server.client();
        }
        if (name == null && type == MongoDatabase.class) {
            return server.client().getDatabase(server.database());
        }
        if (name == null && type == ClientSession.class) {
            if (session == null) {
                session = server.changeSession();
            }
            return session;
        }
        return dependencies.find(type, name);
    }
}
