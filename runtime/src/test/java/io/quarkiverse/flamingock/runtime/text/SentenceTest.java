package io.quarkiverse.flamingock.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = { "The connection attempt failed.,The connection attempt failed",
            "no full stop,no full stop", "\"ends with a line.\n\",ends with a line", "waiting...,waiting...", ".,\"\"",
            ",null" })
    void hasNoFullStop(String text, String unended) {
        assertThat(Sentence.unended(text)).isEqualTo(unended);
    }
}
