package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.runtime.jdbc.store.JdbcAuditStore;
import io.quarkiverse.flamingock.test.contract.Claims;

class PostgresImpostorTest {

    private final TestDatabase database = TestDatabase.postgres();

    @AfterEach
    void close() {
        database.close();
    }

    /** Row W: the text of the version is the one that a function gives which is found first. */
    @Test
    void refusesWhatPassesAsPostgres() throws Exception {
        database.execute("CREATE SCHEMA fake");
        database.execute("CREATE FUNCTION fake.version() RETURNS text LANGUAGE sql AS $$ SELECT 'CockroachDB CCL v23.1.11' $$");
        PGSimpleDataSource impostor = new PGSimpleDataSource();
        impostor.setURL(database.url() + "?options=-c%20search_path=fake,pg_catalog,public");
        impostor.setUser(database.user());
        assertThatThrownBy(
                () -> JdbcTargetSystem.of("inventory", impostor, TestDatabase.transactionManager()).fence(Claims.of(1), "shop"))
                .isInstanceOf(TargetSystemUnavailableException.class).hasMessageContaining(
                        "The driver takes this database for another one, but its version says that it is CockroachDB");
        assertThat(database.query("SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'flamingock%'"))
                .isEmpty();
        assertThatThrownBy(() -> new JdbcAuditStore("x", impostor, "flamingock_").prepare())
                .hasMessageContaining("its version says that it is CockroachDB");
    }
}
