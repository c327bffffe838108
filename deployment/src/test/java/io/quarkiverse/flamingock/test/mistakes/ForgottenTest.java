package io.quarkiverse.flamingock.test.mistakes;

import java.util.List;

import jakarta.enterprise.inject.Vetoed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Execution;
import io.quarkiverse.flamingock.Probe;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.test.QuarkusUnitTest;

/** Classes that are written like changes and have no @Change, in an application that has no other problem. */
class ForgottenTest {

    private static final String HERE = "io.quarkiverse.flamingock.test.mistakes.ForgottenTest$";
    private static final String FIX = ". But @Change is missing on the class, so that it is no change, and nobody calls it. Annotate"
            + " the class, as in @Change(id = \"add-user-status\", author = \"user-team\"), or take off what only changes have.";

    @RegisterExtension
    static final QuarkusUnitTest APP = Builds.withDatabase(List.of(),
            HERE + "Base: it has @Recovery on the class, where it is not inherited; @TargetSystem on the class, where it is not"
                    + " inherited" + FIX,
            HERE + "Former: it has @Execution on method 'execute'" + FIX,
            HERE + "Heir: it has @Apply on method 'apply' of " + HERE + "Base" + FIX,
            HERE + "Implementing: it has @Rollback on method 'rollback' of " + HERE + "Reversible" + FIX,
            HERE + "Simple: it has @Apply on method 'apply'; @Probe on method 'probe'; @Rollback on method 'rollback'" + FIX);

    static class Simple {
        @Apply
        void apply() {
            // never called
        }

        @Rollback
        void rollback() {
            // never called
        }

        @Probe
        ProbeResult probe() {
            return ProbeResult.UNKNOWN;
        }
    }

    @SuppressWarnings("deprecation")
    static class Former {
        @Execution
        void execute() {
            // never called
        }
    }

    @TargetSystem("default")
    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    abstract static class Base {
        @Apply
        void apply() {
            // of those that inherit it
        }
    }

    static class Heir extends Base {
    }

    @Change(id = "known", author = "team")
    static class _1__Known extends Base {
    }

    interface Reversible {
        @Rollback
        default void rollback() {
            // of those that implement it
        }
    }

    interface MoreThanReversible extends Reversible {
    }

    static class Implementing implements MoreThanReversible {
    }

    @Vetoed
    static class LeftOutOnPurpose extends Base {
    }

    static class OfAChange {
        @Apply
        void apply() {
            // called by its heir
        }
    }

    @Change(id = "heir", author = "team")
    static class _2__Heir extends OfAChange {
    }

    abstract static class OfNobodyYet {
        @Apply
        void apply() {
            // of changes in another application
        }
    }

    @Test
    void buildFails() {
        // see APP
    }
}
