package io.quarkiverse.flamingock.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;

@Change(id = "break", author = "team")
public class _4__Break {

    @Apply
    void apply(Connection connection, @ConfigProperty(name = "executions") String executions) throws SQLException, IOException {
        Files.writeString(Path.of(executions), "executed\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        connection.createStatement().execute("INSERT INTO missing VALUES ('repaired')");
    }
}
