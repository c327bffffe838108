package io.quarkiverse.flamingock.runtime.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Row A12: any text can be recorded.
 */
class EventTextTest {

    @Test
    void cutsWhatIsTooLong() {
        assertThat(EventText.fit("abcd", 4)).isEqualTo("abcd");
        assertThat(EventText.fit("abcde", 4)).isEqualTo("abcd");
        assertThat(EventText.fit(null, 4)).isNull();
    }

    @Test
    void leavesNoHalfOfACharacter() {
        assertThat(EventText.fit("abc🗝", 4)).isEqualTo("abc\uFFFD");
        assertThat(EventText.fit("abc🗝", 5)).isEqualTo("abc🗝");
        assertThat(EventText.fit("a\uD83Db\uDD11", 5)).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void replacesWhatNoDatabaseStores() {
        assertThat(EventText.fit("a\0b", 5)).isEqualTo("a\uFFFDb");
    }
}
