package io.quarkiverse.flamingock.callers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

/**
 * A service as applications have them: it joins the transaction that there is.
 */
@ApplicationScoped
public class Entries {

    @Inject
    @DataSource("ledger")
    AgroalDataSource ledger;

    @Transactional
    public void add(String text) throws SQLException {
        try (Connection connection = ledger.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO entry VALUES ('" + text + "')");
        }
    }
}
