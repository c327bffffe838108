package io.quarkiverse.flamingock.test.mistakes;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkus.test.QuarkusUnitTest;

/** Parameters that nothing supplies, where something comes near. */
class NearMissesTest {

    private static final String HERE = "io.quarkiverse.flamingock.test.mistakes.NearMissesTest$";
    private static final String TARGET = "Target system 'default' supplies an unqualified java.sql.Connection or"
            + " javax.sql.DataSource. Make it a CDI bean: annotate its class @ApplicationScoped, or write a @Produces method";

    @RegisterExtension
    static final QuarkusUnitTest APP = Builds.withDatabase(
            HERE + "_1__Near#apply, parameter 1 'numbers' of type java.util.List<java.lang.Integer>: nothing supplies it. What"
                    + " comes near has other qualifiers or type arguments: " + HERE + "Producers#texts"
                    + " (java.util.List<java.lang.String>). " + TARGET + ".",
            HERE + "_1__Near#apply, parameter 2 'users' of type " + HERE + "Client: nothing supplies it. What comes near has"
                    + " other qualifiers or type arguments: " + HERE + "Producers#orders (@Named(\"orders\") " + HERE
                    + "Client). " + TARGET + ", with the same qualifiers as the parameter.",
            HERE + "_1__Near#apply, parameter 3 'nothing' of type java.lang.Object: nothing supplies it. " + TARGET
                    + ", with the same qualifiers as the parameter.",
            HERE + "_1__Near#apply, parameter 4 'text' of type java.lang.String: nothing supplies it. " + TARGET + ".");

    record Client() {
    }

    @Singleton
    static class Producers {
        @Produces
        @Singleton
        List<String> texts() {
            return List.of();
        }

        @Produces
        @Singleton
        @Named("orders")
        Client orders() {
            return new Client();
        }
    }

    @Change(id = "near", author = "team")
    static class _1__Near {
        @Apply
        void apply(List<Integer> numbers, @Named("users") Client users, @Named("x") Object nothing,
                String text) {
            // near
        }
    }

    @Test
    void buildFails() {
        // see APP
    }
}
