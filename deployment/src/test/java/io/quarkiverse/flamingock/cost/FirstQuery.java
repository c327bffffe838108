package io.quarkiverse.flamingock.cost;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

/**
 * What the application itself asks the database at start, with or without changes.
 */
@ApplicationScoped
public class FirstQuery {

    void onStart(@Observes StartupEvent event, DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("SELECT 'the work of the application'");
        }
    }
}
