package io.quarkiverse.flamingock.runtime.jdbc.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.flamingock.runtime.jdbc.TestDatabase;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Outcome.Kind;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.spi.Work;

/**
 * What a change did is told by what was seen of its statements: what was there before it is never taken away for its sake.
 */
abstract class JdbcEvidenceContract extends JdbcForeignMarkersContract {

    private static final String REFUSED = "CREATE TABLE product (id INTEGER)";

    JdbcEvidenceContract(TestDatabase database) {
        super(database);
    }

    /** The driver's own connection. */
    protected abstract Class<? extends Connection> driver();

    /** Whether the database tells that IF NOT EXISTS found nothing to do. */
    protected abstract boolean warnsOfSkipped();

    @BeforeEach
    void createWhatIsThere() throws SQLException {
        database.execute("CREATE TABLE product (id INTEGER PRIMARY KEY, name VARCHAR(100))");
        database.execute("CREATE INDEX product_name ON product (name)");
        database.execute("CREATE VIEW product_view AS SELECT id FROM product");
        database.execute("INSERT INTO product VALUES (1, 'old')");
    }

    private Outcome run(boolean transactional, Work work) {
        ChangeTarget target = target();
        return target.execute(again(target, "a", 1, transactional), work);
    }

    /** In a transaction nothing is left, unless the database has committed before the statement that it refused. */
    private Outcome refused(Work work) throws Exception {
        Kind inTransaction = run(true, work).kind();
        assertThat(inTransaction).isEqualTo(commitsImplicitly() ? Kind.REFUSED : Kind.NOT_APPLIED);
        return run(false, work);
    }

    private void effect(Work work) {
        assertThat(run(false, work).kind()).isEqualTo(Kind.PARTLY_APPLIED);
    }

    private void unproven(Work work) {
        assertThat(run(false, work).kind()).isEqualTo(Kind.UNPROVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = { REFUSED, "create table product (id integer)", "/* first */ CREATE TABLE product (id INTEGER);",
            "CREATE INDEX product_name ON product (name)", "CREATE VIEW product_view AS SELECT 1 AS id",
            "ALTER TABLE product ADD COLUMN name VARCHAR(10)", "ALTER TABLE missing ADD COLUMN name VARCHAR(10)",
            "DROP TABLE missing", "DROP VIEW missing" })
    void aStatementThatWasRefusedIsNoEffect(String sql) throws Exception {
        assertThat(refused(supply -> execute(supply, sql)).kind()).isEqualTo(Kind.REFUSED);
        assertThat(database.query("SELECT name FROM product")).containsExactly("old");
    }

    @ParameterizedTest
    @ValueSource(strings = { "INSERT INTO product VALUES (1, 'new')", "INSERT INTO missing VALUES (1)",
            "UPDATE missing SET id = 1", "SELECT * FROM missing", "CREATE TABEL t (id INTEGER)" })
    void whatWasRefusedWithoutACommitIsNoEffect(String sql) {
        assertThat(run(false, supply -> execute(supply, sql)).kind()).isEqualTo(Kind.REFUSED);
        assertThat(run(true, supply -> execute(supply, sql)).kind()).isEqualTo(Kind.NOT_APPLIED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "SELECT count(*) FROM product",
            "SELECT id, lower(name) FROM product WHERE id IN (1, 2) FOR UPDATE",
            "UPDATE product SET name = 'new' WHERE id = 7", "DELETE FROM product WHERE name = 'a;b'",
            "INSERT INTO product SELECT 2, 'x' FROM product WHERE id = 7" })
    void whatReadsOrWritesNoRowIsNoEffect(String sql) throws Exception {
        assertThat(refused(supply -> {
            execute(supply, sql);
            execute(supply, REFUSED);
        }).kind()).isEqualTo(Kind.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "INSERT INTO product VALUES (2, 'new')", "UPDATE product SET name = 'new'", "DELETE FROM product",
            "CREATE TABLE ddl_new (id INTEGER)", "DROP INDEX product_name", "TRUNCATE TABLE product",
            "ALTER TABLE product ADD COLUMN price INTEGER" })
    void whatWasExecutedBeforeIsAnEffect(String sql) {
        String executed = sql.startsWith("DROP INDEX") && database.dialect().schemasAreCatalogs() ? sql + " ON product" : sql;
        effect(supply -> {
            execute(supply, executed);
            execute(supply, REFUSED);
        });
        effect(supply -> {
            execute(supply, "INSERT INTO effect (name) VALUES ('x')");
            throw new IllegalStateException("wrong");
        });
    }

    @Test
    void whatWasThereAndIsAskedForOnlyIfMissingIsNoEffect() throws Exception {
        Work there = supply -> {
            execute(supply, "CREATE TABLE IF NOT EXISTS product (id INTEGER)");
            execute(supply, REFUSED);
        };
        Work missing = supply -> {
            execute(supply, "CREATE TABLE IF NOT EXISTS ddl_new (id INTEGER)");
            execute(supply, REFUSED);
        };
        Work gone = supply -> {
            execute(supply, "DROP TABLE IF EXISTS missing");
            execute(supply, REFUSED);
        };
        if (warnsOfSkipped()) {
            assertThat(refused(there).kind()).isEqualTo(Kind.REFUSED);
            assertThat(refused(gone).kind()).isEqualTo(Kind.REFUSED);
            effect(missing);
        } else {
            unproven(there);
            unproven(gone);
            unproven(missing);
        }
    }

    @Test
    void nothingWasSent() {
        IllegalStateException error = new IllegalStateException("wrong");
        assertThat(run(false, supply -> {
            supply.find(Connection.class, null);
            throw error;
        })).isEqualTo(Outcome.nothingSent(error));
    }

    @Test
    void seesPreparedStatementsAndBatches() throws Exception {
        assertThat(refused(supply -> {
            try (PreparedStatement create = connection(supply).prepareStatement(REFUSED)) {
                create.executeUpdate();
            }
        }).kind()).isEqualTo(Kind.REFUSED);
        effect(supply -> {
            try (PreparedStatement insert = connection(supply).prepareStatement("INSERT INTO effect (name) VALUES (?)")) {
                for (String name : new String[] { "one", "two" }) {
                    insert.setString(1, name);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            execute(supply, REFUSED);
        });
        effect(supply -> {
            try (Statement batch = connection(supply).createStatement()) {
                batch.addBatch("CREATE TABLE ddl_batch (id INTEGER)");
                batch.executeBatch();
            }
            execute(supply, REFUSED);
        });
        assertThat(run(false, supply -> {
            try (Statement batch = connection(supply).createStatement()) {
                batch.addBatch("INSERT INTO product VALUES (5, 'new')");
                batch.addBatch(REFUSED);
                batch.executeBatch();
            }
        }).kind()).isEqualTo(
                database.query("SELECT name FROM product WHERE id = 5").isEmpty() ? Kind.REFUSED : Kind.PARTLY_APPLIED);
    }

    @Test
    void seesWhatIsReachedInOtherWays() throws Exception {
        effect(supply -> {
            Statement statement = connection(supply).createStatement();
            statement.getConnection().createStatement().execute("INSERT INTO effect (name) VALUES ('x')");
            execute(supply, REFUSED);
        });
        Work byDataSource = supply -> {
            try (Connection connection = ((DataSource) supply.find(DataSource.class, null)).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(REFUSED);
            }
        };
        assertThat(refused(byDataSource).kind()).isEqualTo(Kind.REFUSED);
        effect(supply -> {
            try (Connection connection = ((DataSource) supply.find(DataSource.class, null)).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO effect (name) VALUES ('x')");
            }
            execute(supply, REFUSED);
        });
    }

    @Test
    void nobodyKnowsWhatWasNotSeen() {
        unproven(supply -> {
            connection(supply).unwrap(driver()).createStatement().execute("INSERT INTO effect (name) VALUES ('x')");
            execute(supply, REFUSED);
        });
        unproven(supply -> {
            Statement updatable = connection(supply).createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE,
                    ResultSet.CONCUR_UPDATABLE);
            updatable.executeQuery("SELECT id, name FROM product");
            execute(supply, REFUSED);
        });
        unproven(supply -> execute(supply, "CREATE TABLE ddl_several (id INTEGER); " + REFUSED));
        unproven(supply -> execute(supply, "DROP TABLE product, missing"));
    }

    /** As a swallowed deadlock does. */
    @Test
    void aDefinitionAfterARollbackStays() throws Exception {
        Outcome outcome = run(true, supply -> {
            execute(supply, "ROLLBACK");
            execute(supply, "CREATE TABLE ddl_later (id INTEGER)");
        });
        assertThat(outcome.kind()).isEqualTo(effects().contains("later") ? Kind.PARTLY_APPLIED : Kind.NOT_APPLIED);
        assertThat(effects().contains("later")).isEqualTo(commitsImplicitly());
    }

    @Test
    void aTemporaryTableAfterARollbackDoesNotStay() {
        assertThat(run(true, supply -> {
            execute(supply, "ROLLBACK");
            execute(supply, "CREATE " + temporary() + " TABLE scratch (id INTEGER)");
        }).kind()).isEqualTo(Kind.NOT_APPLIED);
    }

    protected String temporary() {
        return "TEMPORARY";
    }

    private static Connection connection(Supply supply) {
        return (Connection) supply.find(Connection.class, null);
    }
}
