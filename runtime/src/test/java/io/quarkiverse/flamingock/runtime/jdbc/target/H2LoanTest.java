package io.quarkiverse.flamingock.runtime.jdbc.target;

import javax.sql.XADataSource;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Disabled;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;

class H2LoanTest extends JdbcLoanContract {

    H2LoanTest() {
        super(TestDatabase.h2());
    }

    @Override
    protected Dirt dirt() {
        return Dirt.of("SELECT @tenant", "SET @tenant = 'other'");
    }

    @Override
    protected String initialSql() {
        return "SET @tenant = 'duke'";
    }

    @Override
    protected String session() {
        return "SELECT SESSION_ID()";
    }

    @Override
    protected Class<? extends XADataSource> xa() {
        return JdbcDataSource.class;
    }

    @Disabled("a connection of H2 is never closed: the database may be gone with it")
    @Override
    void isNotUsedAgainWhileAChangeThatTookTooLongStillHasIt() {
    }
}
