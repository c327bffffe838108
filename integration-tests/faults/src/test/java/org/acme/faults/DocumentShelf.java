package org.acme.faults;

import java.util.ArrayList;

import org.bson.Document;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoDatabase;

/**
 * Collections.
 *
 * @param database that they are in
 */
record DocumentShelf(MongoDatabase database) implements Shelf {

    @Override
    public void put(String name) {
        database.getCollection(name).insertOne(new Document("_id", 1).append("name", "Bread"));
    }

    @Override
    public boolean has(String name) {
        return database.listCollectionNames().into(new ArrayList<>()).contains(name);
    }

    @Override
    public String content(String name) {
        return database.getCollection(name).find().into(new ArrayList<>()).toString();
    }

    @Override
    public void rename(String name, String next) {
        database.getCollection(name).renameCollection(new MongoNamespace(database.getName(), next));
    }

    @Override
    public void remove(String name) {
        database.getCollection(name).drop();
    }
}
