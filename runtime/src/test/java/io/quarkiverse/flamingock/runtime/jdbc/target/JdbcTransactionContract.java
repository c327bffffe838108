package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.time.Duration;

import javax.sql.DataSource;

import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * How a change's transaction ends on every relational database, and who may end it.
 */
abstract class JdbcTransactionContract extends JdbcConnectionContract {

    JdbcTransactionContract(TestDatabase database) {
        super(database);
    }

    @Test
    void isJoinedByBeansOfTheApplication() throws Exception {
        ChangeTarget target = fenced(target());
        Outcome outcome = target.execute(execution("a", 1), supply -> {
            try (Connection ofABean = pool().getConnection()) {
                insert(ofABean, "one");
            }
            throw new IllegalStateException("wrong");
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(effects()).isEmpty();
    }

    @Test
    void needsOneConnectionOnly() throws Exception {
        DataSource single = database.pool(1);
        ChangeTarget target = fenced(target(single));
        assertThat(target.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            try (Connection ofABean = single.getConnection()) {
                insert(ofABean, "two");
            }
        })).isEqualTo(Outcome.APPLIED);
        assertThat(target.execute(execution("b", 1), supply -> {
            throw new IllegalStateException("wrong");
        }).kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(target.execute(new ChangeCall("shop", "c", "sum", 1, false), supply -> effect(supply, "three")))
                .isEqualTo(Outcome.APPLIED);
        assertThat(target.fence(Claims.of(2), "shop").byChangeId()).containsOnlyKeys("a");
        assertThat(effects()).containsExactly("one", "two", "three");
    }

    @Test
    void leavesTheTransactionOfTheCallerAlone() throws Exception {
        ChangeTarget target = target();
        transactionManager.begin();
        Transaction caller = transactionManager.getTransaction();
        target.fence(Claims.of(1), "shop");
        assertThat(target.execute(execution("a", 1), supply -> {
            assertThat(transactionManager.getTransaction()).isNotNull().isNotEqualTo(caller);
            effect(supply, "one");
        })).isEqualTo(Outcome.APPLIED);
        target.execute(new ChangeCall("shop", "b", "sum", 1, false), supply -> {
            assertThat(transactionManager.getTransaction()).isNull();
            effect(supply, "two");
        });
        assertThat(transactionManager.getTransaction()).isEqualTo(caller);
        transactionManager.rollback();
        assertThat(effects()).containsExactly("one", "two");
    }

    @Test
    void saysThatABeanMarkedItForRollback() throws Exception {
        Outcome outcome = fenced(target()).execute(execution("a", 1), supply -> {
            effect(supply, "one");
            transactionManager.setRollbackOnly();
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error()).hasMessage("Nothing of change a was kept, although it returned without an error: its"
                + " transaction was marked for rollback. Either a transactional bean that it called threw an exception and the"
                + " change caught it, or it ran longer than quarkus.flamingock.transaction-timeout (PT5M)");
        assertThat(effects()).isEmpty();
    }

    @Test
    void isRolledBackWhenItRunsTooLong() throws Exception {
        JdbcTargetSystem target = target(pool()).with(new JdbcSettings("flamingock_", Duration.ofSeconds(1),
                Duration.ofSeconds(30), Duration.ofSeconds(30), true));
        target.fence(Claims.of(1), "shop");
        Outcome outcome = target.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            while (transactionManager.getStatus() == Status.STATUS_ACTIVE) {
                Thread.onSpinWait();
            }
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error()).hasMessageContaining("quarkus.flamingock.transaction-timeout (PT1S)");
        assertThat(effects()).isEmpty();
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "two"))).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void saysThatTheChangeEndedItsTransaction() throws Exception {
        ChangeTarget target = fenced(target());
        for (boolean another : new boolean[] { true, false }) {
            Outcome outcome = target.execute(again(target, "a", 1), supply -> {
                effect(supply, "one");
                transactionManager.commit();
                if (another) {
                    transactionManager.begin();
                }
            });
            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PARTLY_APPLIED);
            assertThat(outcome.error()).hasMessageStartingWith("Change a ended the transaction that it ran in")
                    .hasMessageEndingWith("or declare the change with transactional = false");
            assertThat(transactionManager.getTransaction()).isNull();
        }
        assertThat(effects()).containsExactly("one", "one");
    }

    /** Taking back what is not there would destroy what others have put there. */
    @Test
    void saysThatTheChangeRolledItsTransactionBack() throws Exception {
        ChangeTarget target = fenced(target());
        for (boolean another : new boolean[] { true, false }) {
            Outcome outcome = target.execute(execution("a", 1), supply -> {
                effect(supply, "one");
                transactionManager.rollback();
                if (another) {
                    transactionManager.begin();
                }
            });
            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
            assertThat(outcome.error())
                    .hasMessage("Change a rolled back the transaction that it ran in, and returned without an"
                            + " error; nothing of that transaction was kept. Let it throw an exception instead, or declare the change"
                            + " with transactional = false");
            assertThat(transactionManager.getTransaction()).isNull();
        }
        assertThat(effects()).isEmpty();
    }

    @Test
    void undoesATransactionThatTheChangeSuspended() throws Exception {
        ChangeTarget target = fenced(target());
        Outcome outcome = target.execute(execution("a", 1), supply -> {
            effect(supply, "one");
            transactionManager.suspend();
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(transactionManager.getTransaction()).isNull();
        assertThat(effects()).isEmpty();
    }

    @Test
    void needsADataSourceThatTakesPart() throws Exception {
        ChangeTarget target = fenced(target(database.dataSource()));
        Outcome outcome = target.execute(execution("a", 1), supply -> effect(supply, "one"));
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error()).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessageStartingWith("The datasource of target system inventory takes no part in JTA transactions")
                .hasMessageContaining("quarkus.datasource.jdbc.transactions");
        assertThat(effects()).isEmpty();
    }

    /** Row W: such a pool looks as if its connections took part. */
    @Test
    void noticesADataSourceThatOnlySeemsToTakePart() throws Exception {
        AgroalDataSource pool = database.poolWithoutTransactions();
        ChangeTarget target = fenced(target(pool));
        for (int i = 0; i < 2; i++) {
            Outcome outcome = target.execute(execution("a", 1), supply -> effect(supply, "one"));

            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.UNKNOWN);
            assertThat(outcome.error()).isInstanceOf(TargetSystemUnavailableException.class)
                    .hasMessageStartingWith(
                            "The transaction of change a was committed without an error, but its marker can't be"
                                    + " seen: either the datasource of target system inventory takes no part in JTA transactions");
            assertThat(effects()).isEmpty();
        }
    }

    @Test
    void namesTheStatementsWhereItMayNotCreateTables() throws Exception {
        ChangeTarget target = target(pool()).with(new JdbcSettings("acme_", Duration.ofMinutes(5), Duration.ofSeconds(10),
                Duration.ofSeconds(30), false));
        String message = catchThrowableOfType(TargetSystemUnavailableException.class, () -> target.fence(Claims.of(1), "shop"))
                .getMessage();
        assertThat(message).startsWith("Target system inventory can't be changed: quarkus.flamingock.auto-create is false, and"
                + " tables are missing. Let an administrator run:\nCREATE TABLE ")
                .contains("." + database.quote("acme_fence") + " (");
        for (String statement : message.substring(message.indexOf('\n') + 1).split(";\n?")) {
            database.execute(statement);
        }
        target.fence(Claims.of(1), "shop");
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void saysWhyItCantBePrepared() {
        TransactionManager manager = TestDatabase.transactionManager();
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setUrl("jdbc:h2:tcp://localhost:1/nowhere");
        JdbcTargetSystem target = JdbcTargetSystem.of("inventory", nowhere, manager);
        assertThatThrownBy(() -> target.fence(Claims.of(1), "shop")).isInstanceOf(TargetSystemUnavailableException.class)
                .hasMessageStartingWith("Target system inventory could not be prepared for changes: ")
                .hasMessageEndingWith("Nothing answers at its address, or it takes no connections yet. Check the datasource's"
                        + " jdbc.url and the server; where that comes up later than this application, set"
                        + " quarkus.flamingock.connect-retries, and the start waits for it");
        Outcome outcome = target.execute(execution("a", 1), supply -> {
        });
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error()).hasMessageStartingWith(
                "No transaction could be started for change a on target system inventory: ");
        Outcome direct = target.execute(new ChangeCall("shop", "a", "sum", 1, false), supply -> effect(supply, "one"));
        assertThat(direct.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(direct.error()).hasMessageStartingWith("Target system inventory gave no connection to change a: ");
    }
}
