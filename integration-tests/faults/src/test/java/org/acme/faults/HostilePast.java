package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.bson.Document;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import io.quarkiverse.flamingock.test.servers.TestMongo;

/**
 * What was there before the application came: tables, a collection, a file and a topic of the names that its changes want, rows
 * among those that they write, a flag and a letter. A person who sees that a name is taken may move what has it out of the way.
 */
final class HostilePast implements AutoCloseable {

    /** Who has written what no change wrote. */
    static final String FOREIGN = "foreign";

    private static final String FLAG = "flags/checkout";
    private static final String LETTERS = "newsletter.txt";

    private final MongoClient client = MongoClients.create(TestMongo.uri());
    private final String database;
    private final HostileWorld world;
    private final FileShelf files;
    private final Map<String, Shelf> shelves = new HashMap<>();
    private final Map<String, String> contents = new HashMap<>();
    private final Set<String> aside = new HashSet<>();

    HostilePast(HostileWorld world, String database) {
        this.world = world;
        this.database = database;
        this.files = new FileShelf(world.folder.path());
        shelves.put("documents", new DocumentShelf(client.getDatabase(database)));
        shelves.put("files", files);
        shelves.put("topics", world.broker);
        for (String system : new String[] { "pg", "maria", "h2" }) {
            String url = world.places.get(system).url();
            shelves.put(system, new SqlShelf(url));
            Sql.execute(url, "INSERT INTO effect (change_id, part, token, attempt, execution_id) VALUES ('" + FOREIGN
                    + "', 'DONE', 0, 0, 'before')");
        }
        client.getDatabase(database).getCollection("effect").insertOne(new Document("change", FOREIGN).append("part", "DONE")
                .append("token", 0L).append("attempt", 0).append("execution", "before").append("at", new Date()));
        files.put(FLAG, "55");
        files.put(LETTERS, "An old letter\n");
        for (String change : HostileChanges.all()) {
            if (HostileChanges.makes(change) != null) {
                shelf(change).put(HostileChanges.makes(change));
                contents.put(change, shelf(change).content(HostileChanges.makes(change)));
            }
        }
    }

    String database() {
        return database;
    }

    private Shelf shelf(String change) {
        return shelves.get(HostileChanges.place(change));
    }

    /** Whether the name that a change wants belongs to somebody else. */
    boolean takes(String change) {
        return HostileChanges.makes(change) != null && !aside.contains(change);
    }

    void moveAside(String change) {
        String name = HostileChanges.makes(change);
        shelf(change).rename(name, name + "_before");
        aside.add(change);
    }

    /** Whether that is there which a change makes; true where it makes nothing. */
    boolean isMade(String change) {
        String name = HostileChanges.makes(change);
        return name == null || !takes(change) && shelf(change).has(name);
    }

    /** A person takes away what a change has made. */
    void remove(String change) {
        if (HostileChanges.makes(change) != null && isMade(change)) {
            shelf(change).remove(HostileChanges.makes(change));
        }
    }

    String products() {
        return shelves.get("pg").content("product");
    }

    Stream<String> letters() {
        return files.content(LETTERS).lines();
    }

    /** I10. */
    void mustBeThere() {
        contents.forEach((change, content) -> {
            String name = HostileChanges.makes(change) + (takes(change) ? "" : "_before");
            assertThat(shelf(change).content(name)).as("I10: %s on %s", name, HostileChanges.place(change)).isEqualTo(content);
        });
        assertThat(files.content(FLAG)).as("I10: the flag").isEqualTo("55");
        assertThat(letters()).as("I10: the letters").startsWith("An old letter");
        world.places.forEach((system, place) -> assertThat(place.effects()).as("I10: the row of somebody else on %s", system)
                .filteredOn(effect -> effect.changeId().equals(FOREIGN)).hasSize(1));
    }

    @Override
    public void close() {
        client.close();
    }
}
