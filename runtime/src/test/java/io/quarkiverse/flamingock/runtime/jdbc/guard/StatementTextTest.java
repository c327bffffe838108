package io.quarkiverse.flamingock.runtime.jdbc.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.flamingock.runtime.jdbc.guard.Watch.Effect;

class StatementTextTest {

    @ParameterizedTest
    @ValueSource(strings = { "SELECT 1", "-- INSERT\nselect a from t where b = 'DELETE; x'", "(SELECT 1) UNION (SELECT 2)",
            "VALUES (1, 2)", "SHOW TABLES", "WITH a AS (SELECT 1) SELECT count(*) FROM a",
            "SELECT \"insert\" FROM t FOR UPDATE",
            "EXPLAIN SELECT 1", "SELECT $$ ; INSERT $$", "SELECT ';' FROM t FOR NO KEY UPDATE" })
    void readsOnly(String sql) {
        assertThat(StatementText.of(sql).whenAnswered()).isEqualTo(Effect.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "SELECT nextval('s')", "SELECT create_hypertable('t', 'x')", "SELECT * INTO copy FROM t",
            "WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a", "INSERT INTO t VALUES (1) RETURNING id",
            "EXPLAIN ANALYZE INSERT INTO t VALUES (1)", "CALL work()", "SELECT my.now()", "SELECT 'a\\'; INSERT' FROM t" })
    void mayWriteThroughAQuery(String sql) {
        assertThat(StatementText.of(sql).whenAnswered()).isEqualTo(Effect.POSSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "UPDATE t SET a = 1", "INSERT INTO t SELECT 1", "SET search_path = x", "SET SESSION x = 1",
            "SET @a = 1", "SAVEPOINT a", "BEGIN", "XA START 'x'", "SET foreign_key_checks = 0", "USE shop", "SET SCHEMA x" })
    void hasWrittenNoRow(String sql) {
        assertThat(StatementText.of(sql).whenExecuted()).isEqualTo(Effect.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "CREATE TABLE t (a INT)", "drop table t", "GRANT ALL ON t TO u", "ALTER USER u PASSWORD 'x'",
            "COMMENT ON TABLE t IS 'x'", "VACUUM", "REFRESH MATERIALIZED VIEW v" })
    void hasAnEffect(String sql) {
        assertThat(StatementText.of(sql).whenExecuted()).isEqualTo(Effect.CERTAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = { "SET GLOBAL x = 1", "SET @@global.x = 1", "SET PASSWORD = 'x'", "SET SESSION GLOBAL x = 1",
            "UPDATE t SET a = 1; CREATE TABLE t (a INT)", "UPDATE t SET a = 'x\\'", "SELECT 1 INTO OUTFILE 'x'",
            "/*!40000 SET x = 1 */", "UPDATE t SET a = 1 # ; CREATE" })
    void mayHaveAnEffect(String sql) {
        assertThat(StatementText.of(sql).whenExecuted()).isEqualTo(Effect.POSSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "CREATE TABLE a (b INT); CREATE TABLE c (d INT)", "CALL work()", "DO $$ BEGIN COMMIT; END $$",
            "BEGIN work(); END;", "DROP TABLE a, b", "TRUNCATE a, b", "RUNSCRIPT FROM 'x'", "EXEC work",
            "LOAD DATA INFILE 'x'" })
    void mayHaveStoppedHalfway(String sql) {
        assertThat(StatementText.of(sql).mayFailHalfway("42S02")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "CREATE TABLE a (b INT, c INT);", "DROP TABLE a", "TRUNCATE a ;  \n",
            "INSERT INTO a VALUES (1, 2)",
            "CREATE TABLE a (b VARCHAR(10) DEFAULT ';x') -- ; y" })
    void isRefusedAsAWhole(String sql) {
        assertThat(StatementText.of(sql).mayFailHalfway("23505")).isFalse();
    }

    @Test
    void whatIsBuiltConcurrentlyMayStopHalfwayOnceItHasBegun() {
        StatementText text = StatementText.of("CREATE UNIQUE INDEX CONCURRENTLY a ON b (c)");
        assertThat(text.mayFailHalfway("23505")).isTrue();
        assertThat(text.mayFailHalfway("42P07")).isFalse();
    }

    @Test
    void knowsWhatWritesSeveralRows() {
        assertThat(StatementText.of("INSERT INTO a (b) VALUES (1)").writesRows()).isFalse();
        assertThat(StatementText.of("INSERT INTO a VALUES (1), (2)").writesRows()).isTrue();
        assertThat(StatementText.of("UPDATE a SET b = 1").writesRows()).isTrue();
        assertThat(StatementText.of("CREATE TABLE a (b INT)").writesRows()).isFalse();
    }

    @Test
    void readsLongTextsOnce() {
        String literal = "INSERT INTO a VALUES ('" + "it''s; ".repeat(200_000) + "')";
        assertThat(StatementText.of(literal).mayFailHalfway(null)).isFalse();
        assertThat(StatementText.of("SELECT " + "$a".repeat(500_000)).verb()).isEqualTo("SELECT");
    }
}
