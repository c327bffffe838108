package io.quarkiverse.flamingock.test.mistakes;

import java.sql.Connection;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.test.QuarkusUnitTest;

class ParametersTest {

    private static final String HERE = "io.quarkiverse.flamingock.test.mistakes.ParametersTest$";
    private static final String BEAN = "Make it a CDI bean: annotate its class @ApplicationScoped, or write a @Produces method";

    @RegisterExtension
    static final QuarkusUnitTest APP = Builds.withDatabase(
            HERE + "_1__Unsatisfied constructor, parameter 1 'client' of type " + HERE + "Client: nothing supplies it."
                    + " Target system 'default' supplies an unqualified java.sql.Connection or javax.sql.DataSource. " + BEAN
                    + ".",
            HERE + "_1__Unsatisfied#apply, parameter 2 'client' of type " + HERE + "Client: nothing supplies it."
                    + " Target system 'default' supplies an unqualified java.sql.Connection or javax.sql.DataSource. " + BEAN
                    + ".",
            HERE + "_1__Unsatisfied#rollback, parameter 1 'other' of type " + HERE + "Service: nothing supplies it. What"
                    + " comes near has other qualifiers or type arguments: " + HERE + "Services#one (" + HERE
                    + "Service), " + HERE + "Services#two (" + HERE
                    + "Service). Target system 'default' supplies an unqualified java.sql.Connection or javax.sql.DataSource. "
                    + BEAN
                    + ", with the same qualifiers as the parameter.",
            HERE + "_2__Ambiguous#apply, parameter 1 'service' of type " + HERE + "Service: 2 beans match it: " + HERE
                    + "Services#one; " + HERE + "Services#two. Tell them apart with a qualifier on the bean and on the"
                    + " parameter.",
            HERE + "_3__NonTransactional#apply, parameter 1 'connection' of type java.sql.Connection: nothing supplies it."
                    + " Target system 'events' is no datasource; name a target system that is one. " + BEAN + ".",
            HERE + "_3__NonTransactional#apply, parameter 2 'client' of type " + HERE + "Client: nothing supplies it. Add it"
                    + " to target system 'events', after making that a bean: a @Produces method that returns"
                    + " NonTransactionalTargetSystem. " + BEAN + ".",
            HERE + "_4__Unnamed#apply, parameter 1 'name' of type java.lang.String: @Named on a parameter needs a name. Write"
                    + " @Named(\"name\"), or remove it.",
            HERE + "_4__Unnamed#apply, parameter 2 'value' of type java.lang.String: @ConfigProperty on a parameter needs a"
                    + " name. Write @ConfigProperty(name = \"…\").",
            HERE + "_5__Generic#apply, parameter 1 'value' of type T: the type is generic, and what it stands for isn't known"
                    + " here. Override the method in the change with the real type.")
            .overrideConfigKey("quarkus.flamingock.target-systems.events.kind", "non-transactional");

    record Client() {
    }

    interface Service {
    }

    @Singleton
    static class Services {
        @Produces
        @Singleton
        Service one() {
            return new Service() {
            };
        }

        @Produces
        @Singleton
        Service two() {
            return new Service() {
            };
        }
    }

    @Change(id = "1", author = "team")
    static class _1__Unsatisfied {

        _1__Unsatisfied(Client client) {
            // there is none
        }

        @Apply
        void apply(Connection connection, Client client) {
            // there is none
        }

        @Rollback
        void rollback(@Named("other") Service other) {
            // there is none of this name
        }
    }

    @Change(id = "2", author = "team")
    static class _2__Ambiguous {
        @Apply
        void apply(Service service) {
            // which?
        }
    }

    @TargetSystem("events")
    @Change(id = "3", author = "team")
    static class _3__NonTransactional {
        @Apply
        void apply(Connection connection, Client client) {
            // not of this target system
        }
    }

    @Change(id = "4", author = "team")
    static class _4__Unnamed {
        @Apply
        void apply(@Named String name, @ConfigProperty String value) {
            // which?
        }
    }

    abstract static class Generic<T> {
        @Apply
        void apply(T value) {
            // of which type?
        }
    }

    @Change(id = "5", author = "team")
    static class _5__Generic extends Generic<String> {
    }

    @Test
    void buildFails() {
        // see APP
    }
}
