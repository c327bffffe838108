package io.quarkiverse.flamingock.runtime.jdbc.dialect;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLFeatureNotSupportedException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are those that these products document or print. */
class ImpostorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023/09/27)|CockroachDB",
            "PostgreSQL 11.2-YB-2.18.0.0-b0 on x86_64-pc-linux-gnu|YugabyteDB",
            "PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC gcc (GCC) 3.4.2, Redshift 1.0.12103|Redshift",
            "PostgreSQL 9.4.26 (Greenplum Database 6.21.0) on x86_64|Greenplum",
            "PostgreSQL 8.2.23 server protocol using H2 2.2.224|H2",
            "8.0.11-TiDB-v7.5.0|TiDB" })
    void areRefused(String version, String name) {
        assertThatThrownBy(() -> Impostors.refuse(version)).isInstanceOf(SQLFeatureNotSupportedException.class)
                .hasMessage("The driver takes this database for another one, but its version says that it is " + name + " ("
                        + version
                        + "). There is no dialect for it: it differs in transactions, locks and sessions, on which the"
                        + " extension relies");
    }

    @ParameterizedTest
    @ValueSource(strings = { "PostgreSQL 17.6 on x86_64-pc-linux-gnu, compiled by gcc (GCC) 13.2.0, 64-bit",
            "PostgreSQL 16.1 (Debian 16.1-1.pgdg120+1) on aarch64", "11.4.5-MariaDB-log", "8.0.36", "8.0.36-0ubuntu0.22.04.1" })
    void areNotTheDatabasesThemselves(String version) {
        assertThatCode(() -> Impostors.refuse(version)).doesNotThrowAnyException();
    }
}
