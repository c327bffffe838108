package io.quarkiverse.flamingock.runtime.jdbc.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;

import org.junit.jupiter.api.Test;

class DialectTest {

    @Test
    void tellsErrorsApart() {
        Dialect h2 = new H2Dialect();
        Dialect postgres = new PostgreSqlDialect();
        assertThat(h2.isMissingTable(new SQLException("", "42S04"))).isTrue();
        assertThat(h2.isMissingTable(new SQLException("", "90096"))).isFalse();
        assertThat(postgres.isMissingTable(new SQLException("", "42P01"))).isTrue();
        assertThat(postgres.isMissingTable(new SQLException("", "42501"))).isFalse();
        assertThat(postgres.isDuplicateKey(new SQLException("", "23505"))).isTrue();
        assertThat(postgres.isDuplicateKey(new SQLException(""))).isFalse();
        for (String state : new String[] { "40001", "40P01", "55P03", "57014" }) {
            assertThat(postgres.isContention(new SQLException("", state))).as(state).isTrue();
        }
        assertThat(postgres.isContention(new SQLException("", "08006"))).isFalse();
        assertThat(h2.isContention(new SQLException("", "HYT00", 50200))).isTrue();
        assertThat(h2.isContention(new SQLException("", "90131", 90131))).isTrue();
        assertThat(h2.isContention(new SQLTimeoutException())).isTrue();
        assertThat(h2.isContention(new SQLException())).isFalse();
        Dialect mariaDb = MariaDbDialect.mariaDb();
        assertThat(mariaDb.isMissingTable(new SQLException("", "42S02", 1146))).isTrue();
        assertThat(mariaDb.isMissingTable(new SQLException("", "42000", 1049))).isFalse();
        assertThat(mariaDb.isDuplicateKey(new SQLException("", "23000", 1062))).isTrue();
        assertThat(mariaDb.isDuplicateKey(new SQLException("", "23000", 1048))).isFalse();
        for (int code : new int[] { 1205, 1020, 1213, 1317, 1969, 3024 }) {
            assertThat(mariaDb.isContention(new SQLException("", "HY000", code))).as("%s", code).isTrue();
        }
        assertThat(mariaDb.isContention(new SQLException("", "42000", 1142))).isFalse();
    }

    @Test
    void hasWhatGoesTogether() throws Exception {
        for (String product : new String[] { "H2", "MariaDB", "MySQL", "PostgreSQL" }) {
            Dialect dialect = Dialects.of(product, "");
            assertThat(dialect.ownSession() == null).as(product).isEqualTo(dialect.tellsHolderOfLockedRow());
            assertThat(dialect.nowAsText() == null).as(product).isEqualTo(dialect.tellsHolderOfLockedRow());
            assertThat(dialect.watchClient() == null).as(product).isEqualTo(!dialect.chainsWrites());
            assertThat(dialect.unlimitIdle() == null).as(product).isEqualTo(dialect.limitIdle() == null);
            assertThat(dialect.explainLeftBehind("it") == null).as(product).isEqualTo(dialect.findLeftBehind() == null);
            assertThat(dialect.endSession("7")).as(product).contains("7");
        }
    }
}
