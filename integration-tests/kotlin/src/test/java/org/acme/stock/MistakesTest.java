package org.acme.stock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/**
 * What fails the build, in words of Kotlin.
 */
class MistakesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.mistakes()
            .assertException(error -> assertThat(report(error)).isEqualTo("""
                    The changes of this application have 2 problems:
                      1. org.acme.mistakes._1__Suspended#apply: the method is a suspend function, and a change method must not \
                    be one: it is called without a coroutine, and is done when it returns. Remove 'suspend', and call what \
                    suspends within runBlocking { … }.
                      2. org.acme.mistakes._2__DefaultArgument#apply, parameter 2 'count' of type int: nothing supplies it. \
                    Target system 'default' supplies an unqualified java.sql.Connection or javax.sql.DataSource. Make it a CDI \
                    bean: annotate its class @ApplicationScoped, or write a @Produces method. Default arguments of Kotlin are \
                    not used: a change is called with all that its method asks for."""));

    @Test
    void theBuildFails() {
        Assertions.fail("the application must not be built");
    }

    private static String report(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals("InvalidChangesException")) {
                return cause.getMessage();
            }
        }
        throw new AssertionError("No report of problems", thrown);
    }
}
