package io.quarkiverse.flamingock.runtime.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;

class MariaDbSchemaTest extends JdbcSchemaContract {

    MariaDbSchemaTest() {
        super(TestDatabase.mariaDb());
    }

    @Override
    protected String current() {
        return database.name();
    }

    @Override
    protected String switchToOther() {
        return "USE " + database.quote(other);
    }

    @Test
    void saysThatNoDatabaseIsCurrent() throws Exception {
        AgroalDataSource pool = new TestPools(database.url().replace("/" + database.name(), "/"), database.user(),
                database.user()).plain(2);
        assertThatThrownBy(() -> technology(pool, null, true).open("users").head("shop"))
                .hasMessageContaining("No database selected");
        assertThatThrownBy(() -> technology(pool, null, true).open("users").prepare())
                .hasMessage("The audit store (datasource users) can't be used: its connections have no current schema, so"
                        + " that nobody knows where the tables of the extension are to be. Set quarkus.flamingock.schema, or"
                        + " let the URL or the user choose a schema that exists");
        record(technology(pool, other, true).open("users"));
        pool.close();
    }
}
