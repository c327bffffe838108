package io.quarkiverse.flamingock.runtime.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.spi.Redactor;

class ErrorTextTest {

    private final ErrorText texts = new ErrorText(List::of);

    @Test
    void causesAndPlacesAreKept() {
        Exception error = new IllegalStateException("outer", new IllegalArgumentException("inner, token=t0ps3cret"));

        assertThat(texts.of(error))
                .startsWith("java.lang.IllegalStateException: outer\n\tat io.quarkiverse")
                .contains("\nCaused by: java.lang.IllegalArgumentException: inner, token=***\n\tat io.quarkiverse")
                .doesNotContain("t0ps3cret");
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        assertThat(texts.of(new Exception("x".repeat(1_000_000))))
                .hasSizeLessThanOrEqualTo(ErrorText.LIMIT)
                .contains("(1000021 characters)\n\tat io.quarkiverse");
    }

    /** Cut first, what is left of a secret is no longer known to be one. */
    @Test
    void secretsAreRemovedBeforeTheTextIsCut() {
        for (int before = ErrorText.LIMIT / 2 - 200; before < ErrorText.LIMIT / 2; before++) {
            Exception error = new Exception("x".repeat(before) + " eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2VjcmV0 hunter");

            assertThat(texts.of(error)).doesNotContain("eyJ");
            assertThat(texts.brief(error)).doesNotContain("eyJ");
        }
    }

    @Test
    void bothErrorsOfAFailedRollbackAreKept() {
        assertThat(texts.both(new Exception("r".repeat(9_000)), new Exception("c".repeat(9_000))))
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
    void errorsThatCauseEachOtherEnd() {
        Exception one = new Exception("one");
        Exception other = new Exception("other", one);
        one.initCause(other);
        one.addSuppressed(other);
        other.addSuppressed(one);

        assertThat(texts.of(one)).contains("Caused by: java.lang.Exception: other");
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

        assertThat(own.of(new IllegalArgumentException("C-17", new Exception("C-18"))))
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
        assertThat(texts.of(null)).isNull();
        assertThat(texts.reported(null)).isNull();
        assertThat(texts.redacted(null)).isNull();
    }
}
