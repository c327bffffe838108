package io.quarkiverse.flamingock.runtime.jdbc.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.AuditStore;

class H2AuditStoreTest extends JdbcAuditStoreContract {

    H2AuditStoreTest() {
        super(TestDatabase.h2());
    }

    @Override
    protected String switchTo(String schema) {
        return "SET SCHEMA " + schema;
    }

    @Test
    void namesTheMissingRight() throws Exception {
        store().prepare();
        database.execute("CREATE USER reader PASSWORD ''");
        JdbcDataSource reader = new JdbcDataSource();
        reader.setUrl(((JdbcDataSource) database.dataSource()).getURL().replace(";DB_CLOSE_DELAY=-1", ""));
        reader.setUser("reader");
        assertThatThrownBy(() -> new JdbcAuditStore("x", reader, "flamingock_").head("shop"))
                .isInstanceOf(AuditStoreUnavailableException.class).hasMessageContaining("could not read its head")
                .hasMessageContaining("Not enough rights").hasMessageContaining("its user may SELECT");
        database.execute("GRANT SELECT ON SCHEMA PUBLIC TO reader");
        AuditStore store = new JdbcAuditStore("x", reader, "flamingock_");
        assertThatThrownBy(() -> store.write(write(0))).isInstanceOf(AuditStoreUnavailableException.class)
                .hasMessageContaining("could not record what happened").hasMessageContaining("Not enough rights");
        store.prepare();
        assertThatThrownBy(() -> new JdbcAuditStore("x", reader, "other_").prepare())
                .hasMessageContaining("the user of the application may not create tables (")
                .hasMessageContaining("Not enough rights")
                .hasMessageContaining("), and tables are missing. Let an administrator run:\nCREATE TABLE ")
                .hasMessageContaining("\nGRANT SELECT, INSERT, UPDATE ON ");
    }
}
