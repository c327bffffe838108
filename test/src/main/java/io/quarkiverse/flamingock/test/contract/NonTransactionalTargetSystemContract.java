package io.quarkiverse.flamingock.test.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;

/**
 * What every target system without transactions does: it calls the code of a change once, with what it supplies, and claims
 * nothing that it can't know. Each test has a system of its own, named {@code broker}, in which nothing was ever done.
 * <p>
 * To run it, extend it: JUnit finds the tests in the subclass.
 */
public abstract class NonTransactionalTargetSystemContract {

    /** Errors of a change; a system neither throws them nor tries again because of them. */
    private static final List<Throwable> ERRORS = List.of(new IllegalStateException("wrong"), new Exception("wrong"),
            new IOException("connection reset"), new TimeoutException("no answer"), new InterruptedException("stopped"),
            new NoClassDefFoundError("wrong"), new AssertionError("wrong"));

    /** Another process's view of the system of this test. */
    protected abstract ChangeTarget target();

    /** The type of something that the system supplies without a name, as a client or a dependency that was added. */
    protected abstract Class<?> supplied();

    /** An effect through what the target system supplies. */
    protected abstract void effect(Supply supply, String effect) throws Exception;

    /** The effects that others see, in order. */
    protected abstract List<String> effects() throws Exception;

    @Test
    void isNotTransactionalAndHasAnId() {
        assertThat(target().id()).isEqualTo("broker");
        assertThat(target().transactional()).isFalse();
    }

    @Test
    void claimsNoProof() throws Exception {
        assertThat(target().fence(Claims.of(1), "shop")).isEqualTo(Markers.NOT_KEPT);
        target().execute(call("a", 1, true), supply -> effect(supply, "one"));
        assertThat(target().fence(Claims.of(2), "shop")).isEqualTo(Markers.NOT_KEPT);
        assertThat(target().fence(Claims.of(2), "other")).isEqualTo(Markers.NOT_KEPT);
    }

    @Test
    void appliesOneAfterTheOther() throws Exception {
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        for (String change : List.of("a", "b", "c")) {
            assertThat(target.execute(call(change, 1, false), supply -> effect(supply, change))).isEqualTo(Outcome.APPLIED);
            assertThat(effects()).as("there when the answer is").endsWith(change);
        }
        assertThat(effects()).containsExactly("a", "b", "c");
    }

    /** It has seen effects, or sees none. */
    private static List<Outcome> failed(Throwable error) {
        return List.of(Outcome.partlyApplied(error), Outcome.nothingSent(error));
    }

    @Test
    void hasNoTransactionWhereOneIsAskedFor() throws Exception {
        IllegalStateException error = new IllegalStateException("wrong");
        List<String> seen = new ArrayList<>();
        assertThat(target().execute(call("a", 1, true), supply -> {
            effect(supply, "one");
            seen.addAll(effects());
            throw error;
        })).isIn(failed(error));
        assertThat(seen).as("what others see meanwhile").containsExactly("one");
        assertThat(effects()).as("what is left").containsExactly("one");
    }

    @Test
    void reportsErrorsAndNeverThrowsThem() throws Exception {
        ChangeTarget target = target();
        target.fence(Claims.of(1), "shop");
        for (Throwable error : ERRORS) {
            assertThat(target.execute(call("a", 1, false), supply -> {
                effect(supply, error.getClass().getSimpleName());
                throw Errors.thrown(error);
            })).as(error.toString()).isIn(failed(error));
        }
        assertThat(effects()).as("a failure takes nothing back")
                .containsExactlyElementsOf(ERRORS.stream().map(error -> error.getClass().getSimpleName()).toList());
        assertThat(target.execute(call("b", 1, false), supply -> effect(supply, "next"))).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void callsTheCodeOnce() {
        AtomicInteger calls = new AtomicInteger();
        target().execute(call("a", 1, false), supply -> calls.incrementAndGet());
        assertThat(calls).as("it succeeds").hasValue(1);
        for (Throwable error : ERRORS) {
            calls.set(0);
            target().execute(call("a", 1, false), supply -> {
                calls.incrementAndGet();
                throw Errors.thrown(error);
            });
            assertThat(calls).as(error.toString()).hasValue(1);
        }
    }

    @Test
    void letsTheProcessFailWhenItRunsOutOfMemory() {
        OutOfMemoryError error = new OutOfMemoryError("as the test ordered");
        assertThatThrownBy(() -> target().execute(call("a", 1, false), supply -> {
            throw error;
        })).isSameAs(error);
    }

    @Test
    void suppliesWhatItSaysItDoes() {
        ChangeTarget target = target();
        assertThat(target.supplies(supplied(), null)).isTrue();
        assertThat(target.supplies(supplied(), "nobody calls it so")).isFalse();
        assertThat(target.supplies(Unknown.class, null)).isFalse();
        assertThat(target.execute(call("a", 1, false), supply -> {
            assertThat(supply.find(supplied(), null)).isInstanceOf(supplied());
            assertThat(supply.find(supplied(), "nobody calls it so")).isNull();
            assertThat(supply.find(Unknown.class, null)).isNull();
        })).isEqualTo(Outcome.APPLIED);
    }

    protected static ChangeCall call(String change, long token, boolean transactional) {
        return new ChangeCall("shop", change, "sum-" + token, token, transactional);
    }

    /** Supplied by nobody. */
    private static final class Unknown {
    }
}
