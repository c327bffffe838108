package io.quarkiverse.flamingock.beside;

import java.sql.Connection;
import java.sql.SQLException;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;

/** What is changed beside a script or a change log that makes the table product. */
public final class Changes {

    private Changes() {
    }

    // tag::alter[]
    @TargetSystem("default")
    @Change(id = "price", author = "team")
    public static class _1__Price {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("ALTER TABLE product ADD COLUMN price INT");
        }
    }
    // end::alter[]

    @TargetSystem("default")
    @Change(id = "own", author = "team")
    public static class _2__Own {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE own (id INT PRIMARY KEY)");
        }
    }

    @TargetSystem("stock")
    @Change(id = "stock-price", author = "team")
    public static class _3__StockPrice {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("ALTER TABLE product ADD COLUMN price INT");
        }
    }

    @TargetSystem("default")
    @Change(id = "broken", author = "team")
    public static class _4__Broken {
        @Apply
        void apply() {
            throw new IllegalStateException("not today");
        }
    }
}
