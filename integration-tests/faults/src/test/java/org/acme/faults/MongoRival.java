package org.acme.faults;

import org.bson.Document;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;

/**
 * A session.
 *
 * @param counters where the counters are
 * @param session the session
 */
record MongoRival(MongoCollection<Document> counters, ClientSession session) implements Rival {

    private static final Document ONE_MORE = new Document("$inc", new Document("n", 1));

    @Override
    public void add(int counter) {
        counters.updateOne(Filters.eq(counter), ONE_MORE);
    }

    @Override
    public void hold(int counter) {
        session.startTransaction();
        counters.updateOne(session, Filters.eq(counter), ONE_MORE);
    }

    @Override
    public void meet(int counter) {
        // Nobody waits in a transaction: the child is refused by itself when it comes to the other counter.
    }

    @Override
    public void commit() {
        session.commitTransaction();
    }

    @Override
    public void close() {
        session.close();
    }
}
