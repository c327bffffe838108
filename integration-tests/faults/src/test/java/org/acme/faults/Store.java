package org.acme.faults;

import java.util.function.Function;

/**
 * A kind of database.
 */
enum Store {

    POSTGRESQL("postgresql", false, true, PostgresPlace::new),
    MARIADB("mariadb", true, true, MariaDbPlace::new),
    H2("h2", true, false, H2Place::new),
    MONGODB("mongodb", false, true, MongoPlace::new);

    /** The folder of the application that was built for it begins so. */
    final String build;
    /** Whether it commits before and after each DDL statement. */
    final boolean commitsDdl;
    /** Whether each statement goes over the wire as text. */
    final boolean sendsText;
    private final Function<String, Place> places;

    Store(String build, boolean commitsDdl, boolean sendsText, Function<String, Place> places) {
        this.build = build;
        this.commitsDdl = commitsDdl;
        this.sendsText = sendsText;
        this.places = places;
    }

    /** A database of this name. */
    Place create(String database) {
        return places.apply(database);
    }

    /** Whether changes of a kind differ from those of other kinds. */
    boolean has(Kind kind) {
        return this != MONGODB || kind != Kind.DDL && kind != Kind.BOTH_DDL;
    }
}
