package io.quarkiverse.flamingock.runtime.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "login failed, password=hunter2, user=bob | login failed, password=***, user=bob",
            "{\"api_key\": \"abc def\", \"id\": 1} | {\"api_key\": ***, \"id\": 1}",
            "db.secret: topsecret; retry | db.secret: ***; retry",
            "jdbc:postgresql://bob:hunter2@db/orders | jdbc:postgresql://bob:***@db/orders",
            "Authorization: Bearer abcdef123456 | Authorization: Bearer ***",
            "column password does not exist | column password does not exist"
    })
    void secretsAreRemoved(String text, String expected) {
        assertThat(ErrorText.redact(text)).isEqualTo(expected);
    }

    @Test
    void causesAndPlacesAreKept() {
        Exception error = new IllegalStateException("outer", new IllegalArgumentException("inner, token=t0ps3cret"));

        assertThat(ErrorText.of(error))
                .startsWith("java.lang.IllegalStateException: outer\n\tat io.quarkiverse")
                .contains("\nCaused by: java.lang.IllegalArgumentException: inner, token=***\n\tat io.quarkiverse")
                .doesNotContain("t0ps3cret");
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        assertThat(ErrorText.of(new Exception("x".repeat(1_000_000))))
                .hasSizeLessThanOrEqualTo(ErrorText.LIMIT)
                .contains("x… (1000000 characters)\n\tat io.quarkiverse");
    }

    @Test
    void bothErrorsOfAFailedRollbackAreKept() {
        assertThat(ErrorText.both(new Exception("r".repeat(9_000)), new Exception("c".repeat(9_000))))
                .startsWith("The rollback failed: java.lang.Exception: rrr")
                .contains("\nafter the change had failed: java.lang.Exception: ccc")
                .hasSizeLessThanOrEqualTo(ErrorText.LIMIT);
    }

    @Test
    void aReportedErrorHidesSecretsInAllCauses() {
        Throwable reported = ReportedError.of(new RuntimeException("a", new Exception("password=hunter2")));

        assertThat(reported).hasToString("java.lang.RuntimeException: a");
        assertThat(reported.getCause()).hasToString("java.lang.Exception: password=***");
        assertThat(reported.getStackTrace()).isNotEmpty();
    }

    @Test
    void noErrorIsNoText() {
        assertThat(ErrorText.of(null)).isNull();
    }
}
