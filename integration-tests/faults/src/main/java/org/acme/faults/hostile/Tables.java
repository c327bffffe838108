package org.acme.faults.hostile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.acme.faults.Subject;
import org.acme.faults.TableTraces;
import org.acme.faults.Traces;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Probe;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.Rollback;

/**
 * What changes do in a relational database. Rows tell whose they are, but nothing keeps one from being written twice.
 */
final class Tables {

    private Tables() {
    }

    /** Rows. */
    abstract static class Rows {

        @Apply
        void apply(Subject subject, ChangeContext context, Connection connection, Mood mood) throws Exception {
            if (subject.misbehaves(context, "refused-first")) {
                execute(connection, "INSERT INTO nowhere (id) VALUES (1)");
            }
            subject.apply(context, new TableTraces(connection, ""));
            if (subject.misbehaves(context, "refused-late")) {
                execute(connection, "INSERT INTO nowhere (id) VALUES (1)");
            }
        }
    }

    /** Rows that can be taken back, for changes without transaction. */
    abstract static class RowsTakenBack extends Rows {

        @Rollback
        void rollBack(Subject subject, ChangeContext context, Connection connection) throws Exception {
            subject.rollBack(context, new TableTraces(connection, ""));
        }
    }

    /** Rows, with a probe that reads what became of them. */
    abstract static class RowsProbed extends RowsTakenBack {

        @Probe
        ProbeResult probe(ChangeContext context, Connection connection) throws SQLException {
            try (PreparedStatement select = connection
                    .prepareStatement("SELECT part FROM effect WHERE change_id = ? ORDER BY at")) {
                select.setString(1, context.changeId());
                try (ResultSet rows = select.executeQuery()) {
                    String last = Traces.Part.TAKEN_BACK.name();
                    while (rows.next()) {
                        last = rows.getString(1);
                    }
                    return Traces.Part.valueOf(last).probed();
                }
            }
        }
    }

    /** A table of a name that is taken, and rows; its rollback method drops whatever has that name. */
    abstract static class Made {

        @Apply
        void apply(Subject subject, ChangeContext context, Connection connection) throws Exception {
            execute(connection, "CREATE TABLE " + name(context) + " (owner VARCHAR(100))");
            subject.apply(context, new TableTraces(connection, ""));
        }

        @Rollback
        void rollBack(Subject subject, ChangeContext context, Connection connection) throws Exception {
            execute(connection, "DROP TABLE " + name(context));
            subject.rollBack(context, new TableTraces(connection, ""));
        }
    }

    /** Rows, after which the session looks elsewhere. */
    abstract static class Bent extends Rows {

        @Override
        @Apply
        void apply(Subject subject, ChangeContext context, Connection connection, Mood mood) throws Exception {
            super.apply(subject, context, connection, mood);
            execute(connection, switch (connection.getMetaData().getDatabaseProductName()) {
                case "PostgreSQL" -> "SELECT set_config('search_path', '', false)";
                case "H2" -> "SET SCHEMA INFORMATION_SCHEMA";
                default -> "USE mysql";
            });
        }
    }

    static String name(ChangeContext context) {
        return context.changeId().replace('-', '_');
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
