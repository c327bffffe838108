package org.acme.orders;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

/**
 * The products in the database. A change that calls it does so in the change's transaction.
 */
@Singleton
public class Products {

    private final DataSource database;

    Products(DataSource database) {
        this.database = database;
    }

    /** One product; the price is in the currency, null before one is set. */
    public record Product(String name, BigDecimal price, String currency) {
    }

    public void setCurrency(String currency) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("UPDATE product SET currency = ?")) {
            update.setString(1, currency);
            update.executeUpdate();
        }
    }

    List<Product> all() throws SQLException {
        List<Product> products = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("SELECT name, price, currency FROM product ORDER BY name");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                products.add(new Product(rows.getString(1), rows.getBigDecimal(2), rows.getString(3)));
            }
        }
        return products;
    }
}
