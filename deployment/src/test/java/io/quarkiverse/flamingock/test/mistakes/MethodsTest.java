package io.quarkiverse.flamingock.test.mistakes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Execution;
import io.quarkiverse.flamingock.Probe;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.RollbackExecution;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Uni;

class MethodsTest {

    private static final String HERE = "io.quarkiverse.flamingock.test.mistakes.MethodsTest$";

    @RegisterExtension
    static final QuarkusUnitTest APP = Builds.withDatabase(
            HERE + "_1__NoApply: no method is annotated @Apply. Annotate the one that applies the change.",
            HERE + "_2__TwoApply: 2 methods are annotated @Apply: apply, execute. Leave one, and call the others from it or"
                    + " make them changes of their own.",
            HERE + "_3__TwoRollback: 2 methods are annotated @Rollback: back, rollback. Leave one, and call the others from"
                    + " it.",
            HERE + "_4__PrivateApply#apply: the method is private, so generated code can't call it. Remove 'private'.",
            HERE + "_5__StaticRollback#rollback: the method is static, but a change is called on an instance. Remove"
                    + " 'static'.",
            HERE + "_6__AbstractApply: @Change is on an abstract class, which can't be a change. Put it on a concrete class,"
                    + " top-level or static nested.",
            HERE + "_6__AbstractApply#apply: the method is abstract, so there is nothing to call. Give it a body.",
            HERE + "_7__AsynchronousApply#apply: the method returns io.smallrye.mutiny.Uni, and nobody would wait for it."
                    + " Wait for the result in the method, and return void.",
            HERE + "_8__TwoProbes: 2 methods are annotated @Probe: first, second. Leave one, and call the others from it.",
            HERE + "_8__TwoProbes#second: the method is annotated @Probe and returns boolean. Let it return"
                    + " io.quarkiverse.flamingock.ProbeResult.",
            HERE + "_9__AsynchronousProbe#probe: the method returns io.smallrye.mutiny.Uni, and nobody would wait for it."
                    + " Wait for the result in the method, and return it.");

    @Change(id = "1", author = "team")
    static class _1__NoApply {
        void apply() {
            // not annotated
        }
    }

    @Change(id = "2", author = "team")
    @SuppressWarnings("deprecation")
    static class _2__TwoApply {
        @Apply
        void apply() {
            // one
        }

        @Execution
        void execute() {
            // two
        }
    }

    @Change(id = "3", author = "team")
    @SuppressWarnings("deprecation")
    static class _3__TwoRollback {
        @Apply
        void apply() {
            // fine
        }

        @Rollback
        void rollback() {
            // one
        }

        @RollbackExecution
        void back() {
            // two
        }
    }

    @Change(id = "4", author = "team")
    static class _4__PrivateApply {
        @Apply
        private void apply() {
            // can't be called
        }
    }

    @Change(id = "5", author = "team")
    static class _5__StaticRollback {
        @Apply
        void apply() {
            // fine
        }

        @Rollback
        static void rollback() {
            // has no instance
        }
    }

    @Change(id = "6", author = "team")
    abstract static class _6__AbstractApply {
        @Apply
        abstract void apply();
    }

    @Change(id = "7", author = "team")
    static class _7__AsynchronousApply {
        @Apply
        Uni<Void> apply() {
            return Uni.createFrom().voidItem();
        }
    }

    @Change(id = "8", author = "team")
    static class _8__TwoProbes {
        @Apply
        void apply() {
            // fine
        }

        @Probe
        ProbeResult first() {
            return ProbeResult.APPLIED;
        }

        @Probe
        boolean second() {
            return true;
        }
    }

    @Change(id = "9", author = "team")
    static class _9__AsynchronousProbe {
        @Apply
        void apply() {
            // fine
        }

        @Probe
        Uni<ProbeResult> probe() {
            return Uni.createFrom().item(ProbeResult.APPLIED);
        }
    }

    @Test
    void buildFails() {
        // see APP
    }
}
