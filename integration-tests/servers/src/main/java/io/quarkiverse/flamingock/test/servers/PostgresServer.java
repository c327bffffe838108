package io.quarkiverse.flamingock.test.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL server that writes every statement to a log, so that tests can count what the server was asked. Statements
 * the driver names are logged as {@code execute <name>: text}, others as {@code execute <unnamed>: text} or
 * {@code statement: text}.
 */
public final class PostgresServer implements AutoCloseable {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final String LOG = "statements.log";

    private static final Pattern LOGGED = Pattern
            .compile("([^@]*)@(LOG:  statement: |LOG:  execute [^:]*: |STATEMENT:  )(.*)");

    private static final Pattern TOGETHER = Pattern.compile("^(RESET ALL|DEALLOCATE ALL|UNLISTEN \\*|DISCARD (TEMP|SEQUENCES)"
            + "|SELECT pg_catalog.pg_advisory_unlock_all|SET SESSION AUTHORIZATION|SET ROLE)");

    private final EmbeddedPostgres server;
    private final Path log;

    private PostgresServer(EmbeddedPostgres server, Path log) {
        this.server = server;
        this.log = log;
    }

    /**
     * @return a running server that ends with the JVM, or with {@link #close()}
     */
    public static PostgresServer start() {
        try {
            Path logs = Files.createTempDirectory("flamingock-pg");
            // The server refuses to run as root and drops to another user, who must be able to write here.
            logs.toFile().setWritable(true, false);
            logs.toFile().setExecutable(true, false);
            logs.toFile().setReadable(true, false);
            logs.toFile().deleteOnExit();
            logs.resolve(LOG).toFile().deleteOnExit();
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_directory", logs.toString())
                    .setServerConfig("log_filename", LOG)
                    .setServerConfig("log_file_mode", "0644")
                    .setServerConfig("log_statement", "all")
                    // passed through a shell, so no bar
                    .setServerConfig("log_line_prefix", "%d@")
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("max_prepared_transactions", "20")
                    // what is written survives the death of the server, not that of the machine
                    .setServerConfig("fsync", "off")
                    .start();
            return new PostgresServer(server, logs.resolve(LOG));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /**
     * @return the name of a new, empty database
     */
    public String createDatabase() {
        String name = "db" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return name;
    }

    /**
     * @param name the name of a database that is no longer needed; its connections are ended
     */
    public void dropDatabase(String name) {
        execute("DROP DATABASE " + name + " WITH (FORCE)");
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("could not " + sql, e);
        }
    }

    /**
     * @param database the name of a database
     * @return its JDBC URL; the user is {@link #user()}, any password will do
     */
    public String url(String database) {
        return server.getJdbcUrl(user(), database).replaceAll("[?].*", "");
    }

    /**
     * @return the superuser
     */
    public String user() {
        return "postgres";
    }

    /**
     * @param database the name of a database
     * @return the first line of all statements that the server was sent for it, in order; the newest may still be missing
     */
    public List<String> statements(String database) {
        return statements(log, database);
    }

    /**
     * @param statement a statement
     * @return false for those that the extension sends together with another one, in one round trip
     */
    public static boolean isSentAlone(String statement) {
        return !TOGETHER.matcher(statement).find();
    }

    Path log() {
        return log;
    }

    static List<String> statements(Path log, String database) {
        try {
            List<String> statements = new ArrayList<>();
            for (String line : Files.readAllLines(log)) {
                Matcher matcher = LOGGED.matcher(line);
                if (matcher.matches() && matcher.group(1).equals(database)) {
                    String statement = matcher.group(3);
                    // One that was refused when it was parsed has no other line than that of its error.
                    if (!matcher.group(2).equals("STATEMENT:  ") || statements.isEmpty()
                            || !statements.get(statements.size() - 1).equals(statement)) {
                        statements.add(statement);
                    }
                }
            }
            return statements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}
