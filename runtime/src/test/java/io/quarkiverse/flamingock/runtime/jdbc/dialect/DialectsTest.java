package io.quarkiverse.flamingock.runtime.jdbc.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLFeatureNotSupportedException;

import org.junit.jupiter.api.Test;

class DialectsTest {

    @Test
    void isChosenByTheProduct() throws Exception {
        assertThat(Dialects.of("H2", "2.4")).isInstanceOf(H2Dialect.class);
        assertThat(Dialects.of("PostgreSQL", "17.6")).isInstanceOf(PostgreSqlDialect.class);
        assertThat(Dialects.of("MariaDB", "11.4.5-MariaDB").tableOptions()).endsWith(" COLLATE utf8mb4_nopad_bin");
        assertThat(Dialects.of("MySQL", "8.4.0").tableOptions()).endsWith(" COLLATE utf8mb4_0900_bin");
        assertThat(Dialects.of("MySQL", "5.5.5-10.11.6-MariaDB").tableOptions()).endsWith(" COLLATE utf8mb4_nopad_bin");
    }

    @Test
    void refusesAProductItDoesNotKnow() {
        assertThatThrownBy(() -> Dialects.of("Adabas", "6")).isInstanceOf(SQLFeatureNotSupportedException.class)
                .hasMessage(
                        "There is no dialect for the database product 'Adabas'; there are dialects for H2, MariaDB, MySQL and"
                                + " PostgreSQL");
    }
}
