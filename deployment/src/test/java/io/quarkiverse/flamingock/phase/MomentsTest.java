package io.quarkiverse.flamingock.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.start.Databases;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.QuarkusUnitTest;

/**
 * When changes of each phase are applied, as seen from the application.
 */
class MomentsTest {

    static final String URL = Databases.h2("moments");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(_1__Warm.class, _2__Create.class, _3__Tell.class, Moments.class,
                    Started.class, Databases.class))
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.username", "sa")
            .overrideConfigKey("quarkus.datasource.password", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", URL);

    @Change(id = "warm", author = "team", phase = Phase.APPLICATION)
    public static class _1__Warm {
        @Apply
        void apply(Moments moments) {
            moments.seen.add("warm");
        }
    }

    @Change(id = "create", author = "team")
    public static class _2__Create {
        @Apply
        void apply(Moments moments) {
            moments.seen.add("create");
        }
    }

    @Change(id = "tell", author = "team", phase = Phase.APPLICATION)
    public static class _3__Tell {
        @Apply
        void apply(Moments moments) {
            moments.seen.add("tell");
        }
    }

    @Singleton
    public static class Moments {
        final List<String> seen = new CopyOnWriteArrayList<>();

        void first(@Observes @Priority(Integer.MIN_VALUE) StartupEvent event) {
            seen.add("first observer");
        }

        void last(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
            seen.add("last observer");
        }
    }

    @Startup(Integer.MAX_VALUE)
    @Singleton
    public static class Started {
        @Inject
        Started(Moments moments) {
            moments.seen.add("last bean");
        }
    }

    @Inject
    Moments moments;

    @Test
    void eachPhaseHasItsMoment() {
        assertThat(moments.seen).containsExactlyInAnyOrder("create", "first observer", "last observer", "last bean", "warm",
                "tell");
        assertThat(moments.seen).startsWith("create", "first observer").endsWith("warm", "tell");
        assertThat(Databases.trail(URL)).containsExactly("create STARTED", "create EXECUTED", "warm STARTED", "warm EXECUTED",
                "tell STARTED", "tell EXECUTED");
    }
}
