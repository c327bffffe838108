package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialects;

class ConflictsTest {

    private static final Dialect POSTGRES = dialect("PostgreSQL");
    private static final Dialect H2 = dialect("H2");
    private static final Dialect MARIADB = dialect("MariaDB");

    @Test
    void knowsWhatEachDatabaseSays() {
        for (Dialect dialect : List.of(POSTGRES, H2)) {
            assertThat(Conflicts.contains(new SQLException("", "40001"), dialect)).isTrue();
            assertThat(Conflicts.contains(new SQLException("", "HYT00", 50200), dialect)).isFalse();
        }
        assertThat(Conflicts.contains(new SQLException("", "40P01"), POSTGRES)).isTrue();
        assertThat(Conflicts.contains(new SQLException("", "55P03"), POSTGRES)).isFalse();
        assertThat(Conflicts.contains(new SQLException("", "90131", 90131), H2)).isTrue();
        assertThat(Conflicts.contains(new SQLException("", "40001", 1213), MARIADB)).isTrue();
        assertThat(Conflicts.contains(new SQLException("", "HY000", 1020), MARIADB)).isTrue();
        assertThat(Conflicts.contains(new SQLException("", "HY000", 1205), MARIADB)).isFalse();
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

    private static Dialect dialect(String product) {
        try {
            return Dialects.of(product, "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
