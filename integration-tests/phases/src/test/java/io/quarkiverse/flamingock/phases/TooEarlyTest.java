package io.quarkiverse.flamingock.phases;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.test.QuarkusUnitTest;

/**
 * The lines of the table that fail the build.
 */
class TooEarlyTest {

    private static final String HERE = TooEarlyTest.class.getName() + "$";
    private static final String MISSING = ": what it is given or calls is not there yet when it is applied, before the application"
            + " starts:\n       - ";
    private static final String ADVICE = "\n     Write @Change(phase = Phase.APPLICATION): the change is applied after all"
            + " StartupEvent observers then, and before the HTTP port opens.";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Catalog.built(_1__Manager.class, _2__Repository.class, _3__Entity.class,
            _4__Reactive.class, _5__Channel.class, _6__Bean.class, Prices.class, Catalog.class)
            .assertException(TooEarlyTest::assertReport);

    @TargetSystem("default")
    @Change(id = "manager", author = "team")
    static class _1__Manager {
        @Apply
        void apply(EntityManager manager) {
            // nothing
        }
    }

    @TargetSystem("default")
    @Change(id = "repository", author = "team")
    static class _2__Repository {
        @Inject
        Products products;

        @Apply
        void apply() {
            // nothing
        }
    }

    @TargetSystem("default")
    @Change(id = "entity", author = "team")
    static class _3__Entity {
        @Apply
        void apply() {
            Product.count();
        }
    }

    @TargetSystem("outside")
    @Change(id = "reactive", author = "team")
    static class _4__Reactive {
        @Apply
        void apply(Mutiny.SessionFactory sessions) {
            // nothing
        }
    }

    @TargetSystem("outside")
    @Change(id = "channel", author = "team")
    static class _5__Channel {
        @Inject
        _5__Channel(@Channel("events") Emitter<String> events) {
            // nothing
        }

        @Apply
        void apply() {
            // nothing
        }
    }

    @TargetSystem("default")
    @Change(id = "bean", author = "team")
    static class _6__Bean {
        @Apply
        void apply(Prices prices) {
            // nothing
        }
    }

    @Singleton
    static class Prices {
        @Inject
        EntityManager manager;
    }

    private static void assertReport(Throwable error) {
        assertThat(error).hasMessageContaining("The changes of this application have 6 problems:")
                .hasMessageContaining(HERE + "_1__Manager" + MISSING
                        + "Hibernate ORM, by parameter 'manager' of #apply (jakarta.persistence.EntityManager)" + ADVICE)
                .hasMessageContaining(HERE + "_2__Repository" + MISSING
                        + "Hibernate ORM, by its field 'products' (" + Products.class.getName() + ")" + ADVICE)
                .hasMessageContaining(HERE + "_3__Entity" + MISSING
                        + "Hibernate ORM, by a call of " + Product.class.getName() + ".count in #apply" + ADVICE)
                .hasMessageContaining(HERE + "_4__Reactive" + MISSING
                        + "Hibernate Reactive, by parameter 'sessions' of #apply"
                        + " (org.hibernate.reactive.mutiny.Mutiny$SessionFactory)" + ADVICE)
                .hasMessageContaining(HERE + "_5__Channel" + MISSING
                        + "messaging channel events, by parameter 'events' of its constructor"
                        + " (org.eclipse.microprofile.reactive.messaging.Emitter)" + ADVICE)
                .hasMessageContaining(HERE + "_6__Bean" + MISSING
                        + "Hibernate ORM, by parameter 'prices' of #apply (" + HERE + "Prices), its field 'manager'"
                        + " (jakarta.persistence.EntityManager)" + ADVICE);
    }

    @Test
    void failsTheBuild() {
        Assertions.fail("The build should have failed");
    }
}
