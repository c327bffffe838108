package io.quarkiverse.flamingock.test.mistakes;

import java.util.List;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.test.members.Unreachable;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.QuarkusUnitTest;

/** What means something on a bean, and nothing on a change. */
class ComponentsTest {

    private static final String HERE = "io.quarkiverse.flamingock.test.mistakes.ComponentsTest$";
    private static final String SCOPE = " makes a scope or an interceptor binding";
    private static final String FIX = " of a CDI bean, and a change is none: it is made and called by the extension alone."
            + " Remove it, or move it to a bean that the change is given.";

    @RegisterExtension
    static final QuarkusUnitTest APP = Builds.withDatabase(List.of(Unreachable.class),
            HERE + "_1__Scope: @ApplicationScoped" + SCOPE + FIX,
            HERE + "_2__Interceptor: @Transactional" + SCOPE + FIX,
            HERE + "_2__Interceptor#rollback: @ActivateRequestContext" + SCOPE + FIX,
            HERE + "_3__Callback#prepare: @PostConstruct makes a lifecycle callback" + FIX,
            HERE + "_4__Observer#onStart: @Observes makes an observer" + FIX,
            HERE + "_4__Observer, field 'text': @Produces makes a producer" + FIX,
            HERE + "_5__Fields, field 'last': a field that is injected can be neither static nor final. Remove that, or"
                    + " @Inject.",
            HERE + "_5__Fields#initialize: a method that is injected can be neither static nor abstract. Remove that, or"
                    + " @Inject.",
            HERE + "_5__Fields, field 'last' of type java.lang.Thread: nothing supplies it. Target system 'default' supplies"
                    + " an unqualified java.sql.Connection or javax.sql.DataSource. Make it a CDI bean: annotate its class"
                    + " @ApplicationScoped, or write a @Produces method.",
            HERE + "_5__Fields#apply, parameter 1 'point' of type jakarta.enterprise.inject.spi.InjectionPoint: it tells of the"
                    + " bean that it is injected into, and a change is no bean. Remove it; ChangeContext tells of the change.",
            HERE + "_6__Unreachable#apply: the method is declared in io.quarkiverse.flamingock.test.members.Unreachable, a"
                    + " class of another package, so generated code can't call it. Make it public.");

    @ApplicationScoped
    @Change(id = "1", author = "team")
    static class _1__Scope {
        @Apply
        void apply() {
            // of a bean
        }
    }

    @Transactional
    @Change(id = "2", author = "team")
    static class _2__Interceptor {
        @Apply
        void apply() {
            // would not be intercepted
        }

        @Rollback
        @ActivateRequestContext
        void rollback() {
            // would not be intercepted
        }
    }

    @Change(id = "3", author = "team")
    static class _3__Callback {
        @PostConstruct
        void prepare() {
            // nobody would call it
        }

        @Apply
        void apply() {
            // unprepared
        }
    }

    @Change(id = "4", author = "team")
    static class _4__Observer {

        @Produces
        String text = "nobody would see it";

        void onStart(@Observes StartupEvent event) {
            // nobody would call it
        }

        @Apply
        void apply() {
            // that is fine
        }
    }

    @Change(id = "5", author = "team")
    static class _5__Fields {

        @Inject
        final Thread last = null;

        @Inject
        static void initialize() {
            // of no instance
        }

        @Apply
        void apply(InjectionPoint point) {
            // of which bean?
        }
    }

    @Change(id = "6", author = "team")
    static class _6__Unreachable extends Unreachable {
    }

    @Test
    void buildFails() {
        // see APP
    }
}
