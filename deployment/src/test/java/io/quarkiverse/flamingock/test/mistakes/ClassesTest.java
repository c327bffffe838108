package io.quarkiverse.flamingock.test.mistakes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkus.test.QuarkusUnitTest;

class ClassesTest {

    private static final String HERE = "io.quarkiverse.flamingock.test.mistakes.ClassesTest$";
    private static final String FIX = ", which can't be a change. Put it on a concrete class, top-level or static nested.";

    @RegisterExtension
    static final QuarkusUnitTest APP = Builds.withDatabase(
            "io.quarkiverse.flamingock.test.mistakes.ClassesTest$1_7__Local: @Change is on a class inside a method" + FIX,
            HERE + "_1__Interface: @Change is on an interface" + FIX,
            HERE + "_2__Enum: @Change is on an enum" + FIX,
            HERE + "_3__Record: @Change is on a record" + FIX,
            HERE + "_4__Annotation: @Change is on an annotation" + FIX,
            HERE + "_4__Annotation: no method is annotated @Apply. Annotate the one that applies the change.",
            HERE + "_5__Inner: @Change is on an inner class that is not static" + FIX,
            HERE + "_6__TwoConstructors: the class has 2 constructors and CDI can't choose one. Annotate one with @Inject, or"
                    + " leave only one.");

    @Change(id = "1", author = "team")
    interface _1__Interface {
        @Apply
        default void apply() {
            // no instance
        }
    }

    @Change(id = "2", author = "team")
    enum _2__Enum {
        ONE;

        @Apply
        void apply() {
            // no instance of CDI's
        }
    }

    @Change(id = "3", author = "team")
    record _3__Record() {
        @Apply
        void apply() {
            // its accessors would be producer methods
        }
    }

    @Change(id = "4", author = "team")
    @interface _4__Annotation {
    }

    @Change(id = "5", author = "team")
    class _5__Inner {
        @Apply
        void apply() {
            // no instance
        }
    }

    @Change(id = "6", author = "team")
    static class _6__TwoConstructors {

        _6__TwoConstructors(String one) {
            // which
        }

        _6__TwoConstructors(Integer two) {
            // of the two?
        }

        @Apply
        void apply() {
            // no instance
        }
    }

    static Object local() {
        @Change(id = "7", author = "team")
        class _7__Local {
            @Apply
            void apply() {
                // no instance
            }
        }
        return new _7__Local();
    }

    @Test
    void buildFails() {
        // see APP
    }
}
