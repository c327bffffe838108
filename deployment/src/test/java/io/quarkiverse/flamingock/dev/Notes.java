package io.quarkiverse.flamingock.dev;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/notes")
public class Notes {

    @Inject
    DataSource dataSource;

    @GET
    public String notes() throws SQLException {
        List<String> notes = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("SELECT text FROM note ORDER BY text")) {
            while (rows.next()) {
                notes.add(rows.getString(1));
            }
        }
        return notes.toString();
    }
}
