package io.quarkiverse.flamingock.runtime.jdbc.dialect;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/**
 * Chooses the dialect of a database. A product without one is refused, because nothing is known of its clock and of its
 * implicit commits.
 */
public final class Dialects {

    private Dialects() {
    }

    /**
     * @param product what the driver calls the database
     * @param version what it says of its version
     * @return its dialect
     * @throws SQLFeatureNotSupportedException when there is none; the message lists those that there are
     */
    public static Dialect of(String product, String version) throws SQLException {
        return switch (product) {
            case "H2" -> new H2Dialect();
            case "PostgreSQL" -> new PostgreSqlDialect();
            case "MariaDB" -> MariaDbDialect.mariaDb();
            // The driver of MySQL says so of MariaDB, too.
            case "MySQL" -> version.contains("MariaDB") ? MariaDbDialect.mariaDb() : MariaDbDialect.mySql();
            default -> throw new SQLFeatureNotSupportedException("There is no dialect for the database product '" + product
                    + "'; there are dialects for H2, MariaDB, MySQL and PostgreSQL");
        };
    }
}
