package io.quarkiverse.flamingock.test.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import io.quarkiverse.flamingock.test.Apps;
import io.quarkus.test.QuarkusUnitTest;

/** Builds that fail. */
final class Builds {

    private Builds() {
    }

    /** One data store; its changes are the classes nested in the test. */
    static QuarkusUnitTest withDatabase(String... problems) {
        return failing(Apps.withDatabase(Builds.class), problems);
    }

    /** The same with classes of other packages. */
    static QuarkusUnitTest withDatabase(List<Class<?>> classes, String... problems) {
        return failing(Apps.withDatabase(Stream.concat(Stream.of(Builds.class), classes.stream()).toArray(Class[]::new)),
                problems);
    }

    /** No data store, unless the test configures one. */
    static QuarkusUnitTest without(String... problems) {
        return failing(Apps.of(jar -> jar.addClass(Builds.class)), problems);
    }

    private static QuarkusUnitTest failing(QuarkusUnitTest app, String... problems) {
        return app.assertException(thrown -> assertThat(report(thrown)).isEqualTo(expected(problems)));
    }

    private static String expected(String... problems) {
        StringBuilder expected = new StringBuilder("The changes of this application have " + problems.length
                + (problems.length == 1 ? " problem:" : " problems:"));
        for (int i = 0; i < problems.length; i++) {
            expected.append("\n  ").append(i + 1).append(". ").append(problems[i]);
        }
        return expected.toString();
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
