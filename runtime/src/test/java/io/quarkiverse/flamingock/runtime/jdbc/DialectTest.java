package io.quarkiverse.flamingock.runtime.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;

import org.junit.jupiter.api.Test;

class DialectTest {

    @Test
    void isChosenByTheProduct() throws Exception {
        assertThat(Dialect.of("H2")).isInstanceOf(H2Dialect.class);
        assertThat(Dialect.of("PostgreSQL")).isInstanceOf(PostgreSqlDialect.class);
    }

    @Test
    void refusesAProductItDoesNotKnow() {
        assertThatThrownBy(() -> Dialect.of("Adabas")).isInstanceOf(SQLFeatureNotSupportedException.class)
                .hasMessage(
                        "There is no dialect for the database product 'Adabas'; there is one for H2 and one for PostgreSQL");
    }

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
    }

    @Test
    void quotesTables() {
        TableNames names = new TableNames(new H2Dialect(), null, "acme_");
        assertThat(names.audit()).isEqualTo("\"acme_audit\"");
        assertThat(names.in("PUBLIC").marker()).isEqualTo("\"PUBLIC\".\"acme_marker\"");
    }
}
