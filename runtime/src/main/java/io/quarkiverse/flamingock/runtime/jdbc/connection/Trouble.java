package io.quarkiverse.flamingock.runtime.jdbc.connection;

import java.sql.SQLException;

import io.quarkiverse.flamingock.runtime.jdbc.dialect.Refusal;

/**
 * What to do about an error of a database.
 *
 * @param refusal why the database can't be used
 * @param origin where its connections come from
 */
public record Trouble(Refusal refusal, Origin origin) {

    /**
     * @param error what a database or its driver has met
     * @param database the database
     * @return what to do about it
     */
    public static Trouble of(SQLException error, Database database) {
        return new Trouble(Refusal.of(error), new Origin(database.schema().datasource(), database.dataSource()));
    }

    /** What a start may wait for; null where waiting does not help. */
    public String awaited() {
        return refusal.mayPass() ? origin.place() : null;
    }

    /**
     * @param otherwise what to check where the error does not tell, as the end of a sentence
     * @return what to do, as a sentence without its full stop
     */
    public String advice(String otherwise) {
        return switch (refusal) {
            case UNREACHABLE -> "Nothing answers at " + address() + ", or it takes no connections yet. Check "
                    + origin.property("jdbc.url") + " and the server; where that comes up later than this application, set"
                    + " quarkus.flamingock.connect-retries, and the start waits for it";
            case FULL -> "The server has no connection left for this user. Raise its limit, or lower "
                    + origin.property("jdbc.max-size") + " of those who use it; with quarkus.flamingock.connect-retries a start"
                    + " waits for one";
            case WRONG_PASSWORD -> "The server does not let this user in. Correct " + origin.property("username") + " and "
                    + origin.property("password") + "; that is not waited for";
            case NO_DATABASE -> "The server has no such database. Correct " + origin.property("jdbc.url")
                    + ", or let an administrator create it; that is not waited for";
            case NO_SCHEMA -> "The database has no such schema. Set quarkus.flamingock.schema to one that is there, or let an"
                    + " administrator create it";
            case READ_ONLY -> "The database takes no writes here: the server is a replica or set to read-only, or this user or"
                    + " the connection is. Let " + origin.property("jdbc.url")
                    + " name a server that takes writes, with a user that may write";
            case NO_RIGHTS -> "This user lacks a right. Check that " + otherwise;
            case OTHER -> "Check that the database can be reached and that " + otherwise;
        };
    }

    private String address() {
        String hosts = origin.hosts();
        return hosts == null ? "its address" : hosts;
    }
}
