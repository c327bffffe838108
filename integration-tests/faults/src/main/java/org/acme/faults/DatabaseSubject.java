package org.acme.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.ChangeContext;

/**
 * What the changes of the database have in common.
 */
@Singleton
public class DatabaseSubject {

    private final Subject subject;
    private final String sleep;

    DatabaseSubject(Subject subject, @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
        this.subject = subject;
        this.sleep = switch (kind) {
            case "postgresql" -> "length(pg_sleep(CAST(? AS INTEGER))::text)";
            case "h2" -> "PAUSE(CAST(? AS INTEGER))";
            default -> "SLEEP(?)";
        };
    }

    /** Applies a change that creates a table between its two steps. */
    public void createTable(ChangeContext context, Connection connection) throws Exception {
        TableTraces rows = new TableTraces(connection, sleep);
        subject.apply(context, (execution, part, delay) -> {
            rows.leave(execution, part, delay);
            if (part == Traces.Part.BEGUN) {
                // once more over what an interrupted execution left
                execute(connection,
                        "CREATE TABLE IF NOT EXISTS made_by_" + context.changeId().replace('-', '_') + " (id INTEGER)");
            }
        });
    }

    /** Applies the change whose execution this is. */
    public void apply(ChangeContext context, Connection connection) throws Exception {
        Misbehaviour misbehaviour = Misbehaviour.of(context.changeId());
        if (misbehaviour.has("hang-in-database")) {
            hang(connection, misbehaviour.number("hang-in-database"));
        }
        if (misbehaviour.has("commit")) {
            connection.commit();
        }
        if (misbehaviour.has("conflict") && context.attempt() <= misbehaviour.number("conflict")) {
            addOne(connection, 1);
            System.out.println("FIRST ROW LOCKED");
            // The other waits by then, so that the next statement of this one closes the circle.
            TimeUnit.MILLISECONDS.sleep(1_500);
            addOne(connection, 2);
        }
        if (misbehaviour.has("serialize")) {
            readThenAddOne(connection, misbehaviour.number("serialize"));
        }
        subject.apply(context, new TableTraces(connection, sleep));
        if (misbehaviour.has("index")) {
            execute(connection, "CREATE INDEX CONCURRENTLY effect_by_change ON effect (change_id)");
        }
        if (misbehaviour.has("unique-index")) {
            execute(connection, "CREATE UNIQUE INDEX CONCURRENTLY effect_by_part ON effect (part)");
        }
        if (misbehaviour.has("commit-statement")) {
            execute(connection, "COMMIT");
            throw new IllegalStateException("planted after the commit of " + context.changeId());
        }
    }

    /** As a rollback method. */
    public void rollBack(ChangeContext context, Connection connection) throws Exception {
        subject.rollBack(context, new TableTraces(connection, sleep));
    }

    /** As a rollback method of a change that leaves traces elsewhere, too. */
    public void rollBack(ChangeContext context, Connection connection, Traces elsewhere) throws Exception {
        subject.rollBack(context, new TableTraces(connection, sleep).with(elsewhere));
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void hang(Connection connection, int seconds) throws SQLException {
        System.out.println("HANGING");
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + sleep)) {
            statement.setInt(1, seconds);
            statement.execute();
        }
    }

    private static void addOne(Connection connection, int row) throws SQLException {
        execute(connection, "UPDATE counter SET n = n + 1 WHERE id = " + row);
    }

    /** Meets another writer between the look and the update. */
    private static void readThenAddOne(Connection connection, int millis) throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT n FROM counter WHERE id = 1")) {
            row.next();
        }
        System.out.println("COUNTER READ");
        TimeUnit.MILLISECONDS.sleep(millis);
        addOne(connection, 1);
    }
}
