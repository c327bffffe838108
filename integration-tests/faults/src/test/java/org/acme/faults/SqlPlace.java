package org.acme.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A relational database: what they have in common.
 */
abstract class SqlPlace implements Place {

    private final String url;

    /**
     * @param url with user and password; the database is created where it is missing
     */
    SqlPlace(String url) {
        this.url = url;
        execute("CREATE TABLE effect (change_id VARCHAR(100) NOT NULL, part VARCHAR(20) NOT NULL, token BIGINT NOT NULL,"
                + " attempt INTEGER NOT NULL, execution_id VARCHAR(100) NOT NULL, at " + timestampType()
                + " DEFAULT " + clock() + " NOT NULL)");
        execute("CREATE TABLE counter (id INTEGER NOT NULL PRIMARY KEY, n INTEGER NOT NULL)");
        execute("INSERT INTO counter (id, n) VALUES (1, 0), (2, 0)");
    }

    /** The moment at which it is evaluated. */
    String clock() {
        return "clock_timestamp()";
    }

    String timestampType() {
        return "TIMESTAMP(6) WITH TIME ZONE";
    }

    Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A statement with names of tables as they are quoted when they are sent. */
    String quoted(String statement) {
        return statement;
    }

    /** What children need to know beyond the place. */
    List<String> properties() {
        return List.of();
    }

    /** In a deadlock between this session and another, it is the other that gives in. */
    void loseNoDeadlock(Statement session) throws SQLException {
    }

    @Override
    public final String url() {
        return url;
    }

    @Override
    public void direct() {
        // one who may only read has another URL
    }

    @Override
    public List<String> options(String target, String store) {
        List<String> options = new ArrayList<>(properties());
        options.add("-Dquarkus.datasource.jdbc.url=" + target);
        if (store != null) {
            options.add("-Dquarkus.datasource.store.jdbc.url=" + store);
            if (!store.equals(url)) {
                // or else it would be waited for long where it does not answer
                options.add("-Dquarkus.datasource.store.jdbc.acquisition-timeout=3S");
            }
        }
        return options;
    }

    @Override
    public List<String> options(Setting setting) {
        return List.of("-Dquarkus.datasource.jdbc." + switch (setting) {
            case POOL_OF_ONE -> "max-size=1";
            case NO_POOL -> "pooling-enabled=false";
            case SERIALIZABLE -> "transaction-isolation-level=serializable";
        });
    }

    @Override
    public String store() {
        return "datasource store";
    }

    @Override
    public String creates() {
        return "CREATE TABLE";
    }

    @Override
    public String asSent(Sent operation) {
        return quoted(switch (operation) {
            case TAKE_LOCK -> "flamingock_lock SET";
            case RECORD -> "flamingock_audit";
            case COMMIT -> "COMMIT";
            case CREATE -> "CREATE TABLE";
            case EFFECT -> "INSERT INTO effect";
        });
    }

    @Override
    public String asSentToRecord(String change) {
        return change;
    }

    @Override
    public void delay(String change, int seconds) {
        // its statement has a call that takes so long
    }

    @Override
    public List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement
                        .executeQuery("SELECT change_id, part, token, attempt, execution_id, at FROM effect ORDER BY at")) {
            while (rows.next()) {
                effects.add(new Effect(rows.getString(1), Traces.Part.valueOf(rows.getString(2)), rows.getLong(3),
                        rows.getInt(4), rows.getString(5), instant(rows, 6)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return effects;
    }

    @Override
    public Rival rival() {
        return new SqlRival(this);
    }

    @Override
    public ByHand byHand() {
        return new SqlByHand(this);
    }

    final Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    final void execute(String sql) {
        Sql.execute(url, sql);
    }
}
