package io.quarkiverse.flamingock.runtime.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

class ConflictsTest {

    private static final Dialect POSTGRES = new PostgreSqlDialect();

    @Test
    void knowsWhatEachDatabaseSays() {
        for (Dialect dialect : List.of(POSTGRES, new H2Dialect())) {
            assertThat(Conflicts.contains(new SQLException("", "40001"), dialect)).isTrue();
            assertThat(Conflicts.contains(new SQLException("", "HYT00", 50200), dialect)).isFalse();
        }
        assertThat(Conflicts.contains(new SQLException("", "40P01"), POSTGRES)).isTrue();
        assertThat(Conflicts.contains(new SQLException("", "55P03"), POSTGRES)).isFalse();
        assertThat(Conflicts.contains(new SQLException("", "90131", 90131), new H2Dialect())).isTrue();
        assertThat(Conflicts.contains(new SQLException("", "40001", 1213), MariaDbDialect.mariaDb())).isTrue();
        assertThat(Conflicts.contains(new SQLException("", "HY000", 1020), MariaDbDialect.mariaDb())).isTrue();
        assertThat(Conflicts.contains(new SQLException("", "HY000", 1205), MariaDbDialect.mariaDb())).isFalse();
    }

    @Test
    void findsItWhereverItIsAttached() {
        SQLException conflict = new SQLException("", "40001");
        assertThat(Conflicts.contains(new IllegalStateException(new RuntimeException(conflict)), POSTGRES)).isTrue();
        Exception suppressing = new Exception();
        suppressing.addSuppressed(new Exception(conflict));
        assertThat(Conflicts.contains(new Exception(suppressing), POSTGRES)).isTrue();
        SQLException batch = new SQLException();
        batch.setNextException(conflict);
        assertThat(Conflicts.contains(batch, POSTGRES)).isTrue();
    }

    @Test
    void isNotConfusedByErrorsThatNameEachOther() {
        Exception one = new Exception();
        Exception two = new Exception(one);
        one.initCause(two);
        one.addSuppressed(two);
        assertThat(Conflicts.contains(one, POSTGRES)).isFalse();
    }
}
