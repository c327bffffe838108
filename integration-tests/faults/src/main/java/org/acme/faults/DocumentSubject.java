package org.acme.faults;

import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.bson.Document;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;

import io.quarkiverse.flamingock.ChangeContext;

/**
 * What the changes of MongoDB have in common.
 */
@Singleton
public class DocumentSubject {

    private final Subject subject;

    DocumentSubject(Subject subject) {
        this.subject = subject;
    }

    /** Applies the change whose execution this is. */
    public void apply(ChangeContext context, MongoDatabase database, ClientSession session) throws Exception {
        Misbehaviour misbehaviour = Misbehaviour.of(context.changeId());
        if (misbehaviour.has("hang-in-database")) {
            hang(database, misbehaviour.number("hang-in-database"));
        }
        if (misbehaviour.has("commit")) {
            session.commitTransaction();
        }
        if (misbehaviour.has("conflict") && context.attempt() <= misbehaviour.number("conflict")) {
            addOne(database, 1);
            System.out.println("FIRST ROW LOCKED");
            TimeUnit.MILLISECONDS.sleep(1_500);
            addOne(database, 2);
        }
        if (misbehaviour.has("serialize")) {
            database.getCollection("counter").find(Filters.eq(1)).first();
            System.out.println("COUNTER READ");
            TimeUnit.MILLISECONDS.sleep(misbehaviour.number("serialize"));
            addOne(database, 1);
        }
        subject.apply(context, new DocumentTraces(database));
        if (misbehaviour.has("commit-statement")) {
            database.runCommand(new Document("commitTransaction", 1));
            throw new IllegalStateException("planted after the commit of " + context.changeId());
        }
    }

    /** As a rollback method. */
    public void rollBack(ChangeContext context, MongoDatabase database) throws Exception {
        subject.rollBack(context, new DocumentTraces(database));
    }

    /** As a rollback method of a change that leaves traces elsewhere, too. */
    public void rollBack(ChangeContext context, MongoDatabase database, Traces elsewhere) throws Exception {
        subject.rollBack(context, new DocumentTraces(database).with(elsewhere));
    }

    private static void addOne(MongoDatabase database, int counter) {
        database.getCollection("counter").updateOne(Filters.eq(counter), new Document("$inc", new Document("n", 1)));
    }

    /** A query that takes long at the server. */
    private static void hang(MongoDatabase database, int seconds) {
        System.out.println("HANGING");
        database.getCollection("counter").find(Filters.where("sleep(" + seconds * 1_000 + ") || true")).first();
    }
}
