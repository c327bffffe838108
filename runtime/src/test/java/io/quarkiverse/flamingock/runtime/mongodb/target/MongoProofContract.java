package io.quarkiverse.flamingock.runtime.mongodb.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import com.mongodb.MongoException;

import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.runtime.mongodb.server.TestServer;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.test.contract.Claims;

/**
 * What is proven when a commit fails.
 */
abstract class MongoProofContract extends MongoTakeoverContract {

    @Test
    void provesACommitWhoseAnswerWasLost() throws Exception {
        ChangeTarget target = fenced(withCommit(session -> {
            if (session.hasActiveTransaction()) {
                session.commitTransaction();
            }
            throw FaultyCommits.error(Server.UNKNOWN_COMMIT);
        }));
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactly("one");
    }

    @Test
    void provesThatACommitFailed() throws Exception {
        ChangeTarget target = fenced(withCommit(session -> {
            if (session.hasActiveTransaction()) {
                session.abortTransaction();
            }
            throw FaultyCommits.error(Server.UNKNOWN_COMMIT);
        }));
        Outcome outcome = target.execute(execution("a", 1), supply -> effect(supply, "one"));
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_APPLIED);
        assertThat(outcome.error()).hasMessage("the answer was lost");
        assertThat(effects()).isEmpty();
    }

    @Test
    void repeatsACommitWhoseAnswerWasLost() throws Exception {
        AtomicInteger commits = new AtomicInteger();
        ChangeTarget target = fenced(withCommit(session -> {
            session.commitTransaction();
            if (commits.incrementAndGet() < 3) {
                throw FaultyCommits.error(Server.UNKNOWN_COMMIT);
            }
        }));
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
        assertThat(commits).hasValue(3);
        assertThat(effects()).containsExactly("one");
    }

    @Test
    void waitsForACommitInFlight() throws Exception {
        AtomicInteger commits = new AtomicInteger();
        ChangeTarget target = fenced(withCommit(session -> {
            if (commits.incrementAndGet() == 1) {
                CompletableFuture.runAsync(() -> {
                    sleep(500);
                    session.commitTransaction();
                });
            }
            throw FaultyCommits.error(Server.UNKNOWN_COMMIT);
        }));
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
        assertThat(effects()).containsExactly("one");
    }

    @Test
    void saysThatNothingCanBeProven() throws Exception {
        TestServer other = TestServer.at(mongo.uri());
        ChangeTarget target = fenced(target(FaultyCommits.client(other.client(), session -> {
            session.commitTransaction();
            other.client().close();
            throw new MongoException("the answer was lost");
        })));
        Outcome outcome = target.execute(execution("a", 1), supply -> effect(supply, "one"));
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.UNKNOWN);
        assertThat(outcome.error()).hasMessage("the answer was lost");
        assertThat(outcome.error().getSuppressed()).hasSize(1);
        assertThat(effects()).containsExactly("one");
    }

    @Test
    void provesACommitBehindANewerHolder() throws Exception {
        ChangeTarget target = fenced(withCommit(session -> {
            if (session.hasActiveTransaction()) {
                session.commitTransaction();
                target().fence(Claims.of(2), "shop");
            }
            throw FaultyCommits.error(Server.UNKNOWN_COMMIT);
        }));
        assertThat(target.execute(execution("a", 1), supply -> effect(supply, "one"))).isEqualTo(Outcome.APPLIED);
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
