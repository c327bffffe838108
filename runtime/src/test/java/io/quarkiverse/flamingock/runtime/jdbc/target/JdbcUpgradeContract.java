package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.test.contract.Claims;

/** The tables that an earlier version has made, with what is in them. */
abstract class JdbcUpgradeContract extends JdbcConflictContract {

    /** What the fence did not have in the first version. */
    private static final List<String> NEW = List.of("store_id", "owner", "at_work");

    JdbcUpgradeContract(TestDatabase database) {
        super(database);
    }

    private void ofTheFirstVersion() throws SQLException {
        ChangeTarget target = target();
        assertThat(target.execute(again(target, "a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
        for (String column : NEW) {
            drop(column);
        }
    }

    private void drop(String column) throws SQLException {
        database.execute("ALTER TABLE " + database.quote("flamingock_fence") + " DROP COLUMN " + column);
    }

    private void isWhole() throws SQLException {
        assertThat(target().fence(Claims.of(2), "shop").of("a")).isEqualTo(applied("a", 1));
        assertThat(database.query("SELECT store_id FROM " + database.quote("flamingock_fence"))).containsExactly(Claims.STORE);
        assertThat(target().execute(execution("b", 2), supply -> effect(supply, "two"))).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactly("one", "two");
    }

    @Test
    void getTheNewColumns() throws Exception {
        ofTheFirstVersion();
        isWhole();
    }

    @Test
    void getTheRestOfTheNewColumnsAfterAnInterruption() throws Exception {
        for (String interrupted : NEW) {
            ofTheFirstVersion();
            database.execute(
                    "ALTER TABLE " + database.quote("flamingock_fence") + " ADD COLUMN " + interrupted + " VARCHAR(255)");
            assertThat(target().fence(Claims.of(1), "shop").of("a")).isEqualTo(applied("a", 1));
        }
    }

    @Test
    void areChangedByAnAdministratorWhereTheyMustNotBeChanged() throws Exception {
        ofTheFirstVersion();
        JdbcTargetSystem target = target().with(new JdbcSettings("flamingock_", Duration.ofMinutes(5), Duration.ofMinutes(5),
                Duration.ofSeconds(30), false));
        assertThatThrownBy(() -> target.fence(Claims.of(2), "shop")).isInstanceOf(TargetSystemUnavailableException.class)
                .message().startsWith("Target system inventory can't be changed: quarkus.flamingock.auto-create is false, and"
                        + " columns that this version adds are missing. Let an administrator run:\n")
                .satisfies(message -> {
                    for (String statement : message.substring(message.indexOf('\n') + 1).split("\n")) {
                        assertThat(statement)
                                .matches("ALTER TABLE .*[.].flamingock_fence. ADD COLUMN (store_id|owner|at_work) .*;");
                        database.execute(statement.substring(0, statement.length() - 1));
                    }
                });
        target.fence(Claims.of(2), "shop");
        isWhole();
    }
}
