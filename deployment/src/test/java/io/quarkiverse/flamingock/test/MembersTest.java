package io.quarkiverse.flamingock.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.runtime.engine.port.CallTrace;
import io.quarkiverse.flamingock.runtime.injection.CdiInvoker;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeMethod;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.test.members.Inherited;
import io.quarkus.arc.log.LoggerName;
import io.quarkus.test.QuarkusUnitTest;

/** Fields, initializers and constructors of changes that generated code can't see as they are compiled. */
class MembersTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = Apps.withDatabase(MembersTest.class, _1__Fields.class, _2__Inherited.class,
            Inherited.class, Values.class, Hidden.class, Short.class, Nested.class, Nested.of(), Vetoed.class, Excluded.class)
            .overrideConfigKey("quarkus.arc.exclude-types", Excluded.class.getName())
            .overrideConfigKey("io.quarkiverse.flamingock.test.MembersTest._1__Fields.byField", "named by its field")
            .overrideConfigKey("members.limit", "7")
            .overrideConfigKey("members.topic", "orders");

    /** Only this package sees it. */
    @Singleton
    static class Hidden {
        @Override
        public String toString() {
            return "hidden";
        }
    }

    /** Ends with the call that it was made for. */
    @Dependent
    static class Short {
        @Inject
        List<String> said;

        @PreDestroy
        void end() {
            said.add("short-lived ends");
        }
    }

    @Singleton
    static class Values {
        @Produces
        @Singleton
        List<String> said() {
            return new CopyOnWriteArrayList<>();
        }

        @Produces
        @Named("rate")
        int rate() {
            return 19;
        }
    }

    @Change(id = "fields", author = "team")
    static class _1__Fields {

        @Inject
        private List<String> said;

        @Inject
        private Hidden hidden;

        @Inject
        Instance<Hidden> any;

        @ConfigProperty
        private String byField;

        @ConfigProperty(name = "members.none")
        Optional<String> none;

        @Inject
        Logger log;

        @LoggerName("other")
        Logger other;

        @Inject
        ChangeContext context;

        private String rate;

        @Inject
        void initialize(@Named("rate") int rate, Short shortLived) {
            this.rate = "rate " + rate + " " + (shortLived != null);
        }

        @Apply
        void apply() {
            said.add(String.join(", ", hidden.toString(), "" + any.isResolvable(), byField, "" + none.isPresent(),
                    log.getName(), other.getName(), context.changeId(), rate));
        }
    }

    @Change(id = "inherited", author = "team")
    static class _2__Inherited extends Inherited {

        @Override
        protected String text() {
            return "inherited";
        }
    }

    static final class Nested {

        static Class<?> of() {
            return _3__Private.class;
        }

        @Change(id = "private", author = "team")
        private static final class _3__Private {

            private final List<String> said;

            @Inject
            private _3__Private(List<String> said) {
                this.said = said;
            }

            @Apply
            void apply() {
                said.add("private");
            }
        }
    }

    @jakarta.enterprise.inject.Vetoed
    @Change(id = "vetoed", author = "team", order = "4")
    static class Vetoed {
        @Apply
        void apply(Thread missing) {
            // would be an error
        }
    }

    @Change(id = "excluded", author = "team", order = "5")
    static class Excluded {
        @Apply
        void apply(Thread missing) {
            // would be an error
        }
    }

    @Inject
    PipelineSource source;

    @Inject
    CdiInvoker invoker;

    @Inject
    List<String> said;

    @Inject
    @Any
    Instance<_1__Fields> beans;

    @Test
    void areSetAndCalled() throws Exception {
        ChangeContext context = new ChangeContext("an-id", "run", 1, "target", 1, "key");
        assertThat(source.load().changes()).extracting(ChangeDescriptor::id).containsExactly("fields", "inherited", "private");
        for (ChangeDescriptor change : source.load().changes()) {
            invoker.invoke(change, ChangeMethod.APPLY, Supply.NONE, context, new CallTrace());
        }
        assertThat(said).containsExactly(
                "hidden, true, named by its field, false, " + _1__Fields.class.getName() + ", other, an-id, rate 19 true",
                "short-lived ends", "inherited 7 orders", "private");
    }

    @Test
    void aChangeIsNoBean() {
        assertThat(beans.isUnsatisfied()).isTrue();
    }
}
