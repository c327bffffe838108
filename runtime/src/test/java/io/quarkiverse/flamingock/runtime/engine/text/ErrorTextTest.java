package io.quarkiverse.flamingock.runtime.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.spi.Redactor;

class ErrorTextTest {

    private static final String SOURCE = "com.acme._1__Fill";

    private final ErrorText texts = new ErrorText(List::of);

    @Test
    void causesAndPlacesAreKept() {
        Exception error = new IllegalStateException("outer", new IllegalArgumentException("inner, token=t0ps3cret"));

        assertThat(texts.of(error, SOURCE))
                .startsWith("java.lang.IllegalStateException: outer\n\tat io.quarkiverse")
                .contains("\nCaused by: java.lang.IllegalArgumentException: inner, token=***\n\tat io.quarkiverse")
                .doesNotContain("t0ps3cret");
    }

    /** Drivers throw from far below. */
    @Test
    void theLineOfTheChangeIsShown() {
        Exception cause = thrown(new Exception("broken pipe"), "Socket:1", "Socket:2", "Socket:3", "Driver:4",
                "com.acme._1__Fill:50");
        Exception error = thrown(new Exception("no connection", cause), "Driver:1", "Driver:2", "Driver:3",
                "com.acme._1__Filler:4", "com.acme._1__Fill$Rows:23", "com.acme._1__Fill:50");

        assertThat(texts.of(error, SOURCE)).isEqualTo("""
                java.lang.Exception: no connection
                \tat Driver.run(Driver.java:1)
                \tat Driver.run(Driver.java:2)
                \tat Driver.run(Driver.java:3)
                \t…
                \tat com.acme._1__Fill$Rows.run(Rows.java:23)
                Caused by: java.lang.Exception: broken pipe
                \tat Socket.run(Socket.java:1)
                \tat Socket.run(Socket.java:2)
                \tat Socket.run(Socket.java:3)
                \t…
                \tat com.acme._1__Fill.run(_1__Fill.java:50)""");
    }

    @Test
    void theLineOfTheChangeIsShownOnce() {
        Exception error = thrown(new Exception("outer", thrown(new Exception("inner"), "A:1", "B:2", "C:3", SOURCE + ":50")),
                "D:1", SOURCE + ":50");

        assertThat(texts.of(error, SOURCE)).containsOnlyOnce(SOURCE).contains("\tat D.run(D.java:1)\n\tat " + SOURCE);
    }

    private static Exception thrown(Exception error, String... frames) {
        error.setStackTrace(Arrays.stream(frames).map(frame -> {
            String name = frame.substring(0, frame.indexOf(':'));
            return new StackTraceElement(name, "run", name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1)
                    + ".java", Integer.parseInt(frame.substring(frame.indexOf(':') + 1)));
        }).toArray(StackTraceElement[]::new));
        return error;
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        assertThat(texts.of(new Exception("x".repeat(1_000_000)), SOURCE))
                .hasSizeLessThanOrEqualTo(ErrorText.LIMIT)
                .contains("(1000021 characters)\n\tat io.quarkiverse");
    }

    /** Cut first, what is left of a secret is no longer known to be one. */
    @Test
    void secretsAreRemovedBeforeTheTextIsCut() {
        for (int before = ErrorText.LIMIT / 2 - 200; before < ErrorText.LIMIT / 2; before++) {
            Exception error = new Exception("x".repeat(before) + " eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2VjcmV0 hunter");

            assertThat(texts.of(error, SOURCE)).doesNotContain("eyJ");
            assertThat(texts.brief(error)).doesNotContain("eyJ");
        }
    }

    @Test
    void bothErrorsOfAFailedRollbackAreKept() {
        assertThat(texts.both(new Exception("r".repeat(9_000)), new Exception("c".repeat(9_000)), SOURCE))
                .startsWith("The rollback failed: java.lang.Exception: rrr")
                .contains("\nafter the change had failed: java.lang.Exception: ccc")
                .hasSizeLessThanOrEqualTo(ErrorText.LIMIT);
    }

    @Test
    void aReportedErrorHidesSecretsInAllCausesAndInWhatWasSuppressed() {
        Exception error = new RuntimeException("a", new Exception("password=hunter2"));
        error.addSuppressed(new Exception("secret=hunter3", new Exception("token=hunter4")));
        Throwable reported = texts.reported(error);

        assertThat(reported).hasToString("java.lang.RuntimeException: a");
        assertThat(reported.getCause()).hasToString("java.lang.Exception: password=***");
        assertThat(reported.getSuppressed()).singleElement().hasToString("java.lang.Exception: secret=***");
        assertThat(reported.getSuppressed()[0].getCause()).hasToString("java.lang.Exception: token=***");
        assertThat(reported.getStackTrace()).isNotEmpty();
    }

    @Test
    void whatAnErrorCarriesBesideIsShown() {
        Exception error = new Exception("the store is gone");
        error.addSuppressed(new IllegalStateException("planted", new Exception("inner")));

        assertThat(ErrorText.withSuppressed(error)).isEqualTo("the store is gone\nBeside that:"
                + " java.lang.IllegalStateException: planted\nCaused by: java.lang.Exception: inner");
    }

    @Test
    void errorsThatCauseEachOtherEnd() {
        Exception one = new Exception("one");
        Exception other = new Exception("other", one);
        one.initCause(other);
        one.addSuppressed(other);
        other.addSuppressed(one);

        assertThat(texts.of(one, SOURCE)).contains("Caused by: java.lang.Exception: other");
        assertThat(texts.reported(one).getCause()).hasToString("java.lang.Exception: other");
        assertThat(new OutgoingError(texts).of(one)).hasMessage("java.lang.Exception: one");
    }

    @Test
    void redactorsOfTheApplicationComeAfterTheRulesForAll() {
        ErrorText own = new ErrorText(
                () -> List.of(text -> text.replace("***", "<hidden>"), text -> text.replace("C-17", "C-x"),
                        text -> text + "!"));

        assertThat(own.brief(new Exception("customer C-17, password=hunter2")))
                .isEqualTo("java.lang.Exception: customer C-x, password=<hidden>!");
        assertThat(own.brief(new Exception())).isEqualTo("java.lang.Exception");
    }

    @Test
    void aRedactorThatFailsCostsTheTextAndNotTheError() {
        Redactor broken = new Redactor() {
            @Override
            public String redact(String text) {
                throw new IllegalStateException("about " + text);
            }
        };
        ErrorText own = new ErrorText(() -> List.of(broken));

        assertThat(own.of(new IllegalArgumentException("C-17", new Exception("C-18")), SOURCE))
                .contains("java.lang.IllegalArgumentException: (text withheld: redactor " + broken.getClass().getName()
                        + " threw java.lang.IllegalStateException)\n\tat io.quarkiverse",
                        "\nCaused by: java.lang.Exception: (text")
                .doesNotContain("C-17", "C-18");
    }

    @Test
    void aRedactorThatAnswersNothingOrCanNotBeMadeCostsTheText() {
        Redactor nothing = text -> null;

        assertThat(new ErrorText(() -> List.of(nothing)).redacted("C-17")).startsWith("(text withheld: redactor ")
                .endsWith(" returned null)");
        assertThat(new ErrorText(() -> {
            throw new IllegalStateException();
        }).redacted("C-17"))
                .isEqualTo("(text withheld: the application's redactors threw java.lang.IllegalStateException)");
    }

    @Test
    void noErrorIsNoText() {
        assertThat(texts.of(null, SOURCE)).isNull();
        assertThat(texts.reported(null)).isNull();
        assertThat(texts.redacted(null)).isNull();
    }
}
