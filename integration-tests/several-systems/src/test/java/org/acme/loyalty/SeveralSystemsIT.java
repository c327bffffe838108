package org.acme.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.model.Updates;

import io.quarkiverse.flamingock.test.servers.TestMongo;

/**
 * What is promised of a change over several systems, on MongoDB, Kafka and Redis: it succeeds, fails, and is killed before and
 * after the transaction of the first system has committed, which it does last.
 */
class SeveralSystemsIT {

    private static final List<String> ELSEWHERE = List.of("topic with 3 partitions", "points-per-euro=2");
    private static final String FIX = "quarkus.flamingock.fix.change-id=start-points";
    private static final String RESOLUTION = "quarkus.flamingock.fix.resolution=";

    private static Servers servers;
    private Loyalty loyalty;

    @BeforeAll
    static void startServers() throws Exception {
        servers = new Servers();
    }

    @AfterAll
    static void stopServers() throws Exception {
        servers.close();
    }

    @BeforeEach
    void begin() throws Exception {
        loyalty = new Loyalty(servers, TestMongo.uri());
    }

    @AfterEach
    void end() {
        loyalty.close();
    }

    @Test
    void allOfThemHaveItOnce() throws Exception {
        assertThat(loyalty.ends(0)).contains("Flamingock applied 3 changes");
        assertApplied();
        assertThat(loyalty.trail()).containsExactly("start-points STARTED", "start-points EXECUTED", "add-bonus STARTED",
                "add-bonus EXECUTED", "name-levels STARTED", "name-levels EXECUTED");
        assertThat(loyalty.ends(0)).contains("nothing pending, 3 changes are up to date");
        assertApplied();
    }

    @Test
    void aFailureIsTakenBackByTheTransactionAndByTheRollbackMethod() throws Exception {
        String failed = loyalty.ends(1, "loyalty.failpoint=WORK_DONE@start-points:throw");
        assertThat(failed).contains("Change 'start-points' is in state ROLLED_BACK on target system 'user-database'")
                .contains("Error: java.lang.IllegalStateException: planted at the end of start-points\n")
                .contains("\n" + shown("taken-back.log"))
                .doesNotContain("nothing is left", "had an effect");
        assertThat(loyalty.points()).isZero();
        assertThat(loyalty.markers()).isEmpty();
        assertThat(loyalty.elsewhere()).isEmpty();
        assertThat(loyalty.hasBonus()).isFalse();
        assertThat(loyalty.trail()).containsExactly("start-points STARTED", "start-points EXECUTION_FAILED",
                "start-points ROLLBACK_STARTED", "start-points ROLLED_BACK");
        loyalty.ends(0);
        assertApplied();
    }

    @Test
    void whatWasKilledBeforeTheCommitIsForAPersonWhoTookItBack() throws Exception {
        killedBeforeTheCommit();
        loyalty.takeBackElsewhere();
        assertThat(loyalty.ends(0, FIX, RESOLUTION + "ROLLED_BACK")).contains("is recorded as MANUAL_MARKED_AS_ROLLED_BACK");
        assertThat(loyalty.elsewhere()).as("only recorded").isEmpty();
        loyalty.ends(0);
        assertApplied();
    }

    @Test
    void whatWasKilledBeforeTheCommitIsForAPersonWhoDidTheRest() throws Exception {
        killedBeforeTheCommit();
        loyalty.users().updateMany(new Document(), Updates.inc("points", 100));
        assertThat(loyalty.ends(0, FIX, RESOLUTION + "EXECUTED")).contains("is recorded as MANUAL_MARKED_AS_EXECUTED");
        loyalty.ends(0);
        assertThat(loyalty.points()).as("not applied again").isEqualTo(100);
        assertThat(loyalty.elsewhere()).isEqualTo(ELSEWHERE);
        assertThat(loyalty.hasBonus()).isTrue();
    }

    @Test
    void whatWasKilledAfterTheCommitIsProvenByItsMarker() throws Exception {
        loyalty.ends(137, "loyalty.failpoint=TARGET_COMMITTED@start-points:halt");
        assertThat(loyalty.points()).isEqualTo(100);
        assertThat(loyalty.markers()).containsExactly("start-points APPLIED");
        assertThat(loyalty.elsewhere()).isEqualTo(ELSEWHERE);
        assertThat(loyalty.trail()).containsExactly("start-points STARTED");

        assertThat(loyalty.ends(0)).contains("its marker proves that it was applied").doesNotContain("ISSUES FOUND");
        assertApplied();
        assertThat(loyalty.trail()).containsExactly("start-points STARTED", "start-points EXECUTED by MARKER",
                "add-bonus STARTED", "add-bonus EXECUTED", "name-levels STARTED", "name-levels EXECUTED");
    }

    @Test
    void aProbeThatLooksAtAllOfThemDecides() throws Exception {
        loyalty.ends(137, "loyalty.failpoint=STARTED_RECORDED@name-levels:halt");
        loyalty.ends(137, "loyalty.failpoint=WORK_DONE@name-levels:halt");
        assertThat(loyalty.trail()).endsWith("name-levels STARTED", "name-levels ROLLED_BACK by PROBE", "name-levels STARTED");
        assertThat(loyalty.cache.get("levels")).isEqualTo("gold");
        assertThat(loyalty.ends(1)).contains("ISSUES FOUND (1)", "Change 'name-levels' is in state STARTED",
                "Look at target systems 'user-database' and 'cache' and find out what the change did there.");
    }

    /** The others have it, the first has not; the marker that is missing says nothing of them, and everybody is told so. */
    private void killedBeforeTheCommit() throws Exception {
        loyalty.ends(137, "loyalty.failpoint=WORK_DONE@start-points:halt");
        assertThat(loyalty.elsewhere()).isEqualTo(ELSEWHERE);
        assertThat(loyalty.points()).as("its transaction had not committed").isZero();
        assertThat(loyalty.ends(1)).contains(shown("interrupted.log")).contains("-D" + FIX).doesNotContain("not applied",
                "LOYALTY READY");
        assertThat(loyalty.points()).isZero();
        assertThat(loyalty.hasBonus()).as("later changes wait").isFalse();
        assertThat(loyalty.markers()).isEmpty();
        assertThat(loyalty.elsewhere()).as("nothing is taken back").isEqualTo(ELSEWHERE);
        assertThat(loyalty.trail()).containsExactly("start-points STARTED");
    }

    /** As the documentation shows it. */
    private static String shown(String file) throws IOException {
        return Files.readString(Path.of("src", "test", "examples", file));
    }

    private void assertApplied() throws Exception {
        assertThat(loyalty.points()).isEqualTo(100);
        assertThat(loyalty.elsewhere()).isEqualTo(ELSEWHERE);
        assertThat(loyalty.markers()).containsExactly("start-points APPLIED", "add-bonus APPLIED",
                "name-levels APPLIED");
        assertThat(loyalty.hasBonus()).isTrue();
    }
}
