package io.quarkiverse.flamingock.runtime.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/**
 * What the head says, as one text.
 */
class SettledMarkTest {

    private final SettledMark mark = new SettledMark("f".repeat(64) + "+e", false);

    @Test
    void namesEdits() {
        String settled = mark.with(List.of("a, b", "c"));

        assertThat(mark.fits(settled)).isTrue();
        assertThat(mark.hasEdits(settled)).isTrue();
        assertThat(mark.count(settled)).isEqualTo(2);
        assertThat(mark.named(settled)).containsExactly("a, b", "c");
    }

    @Test
    void namesAsManyAsThereIsRoomFor() {
        String settled = mark.with(List.of("a".repeat(100), "b".repeat(84), "c"));

        assertThat(settled).hasSizeLessThanOrEqualTo(255);
        assertThat(mark.named(settled)).containsExactly("a".repeat(100), "b".repeat(84));
        assertThat(mark.count(settled)).isEqualTo(3);
        String none = mark.with(List.of("a".repeat(255)));
        assertThat(mark.fits(none)).isTrue();
        assertThat(mark.named(none)).isEmpty();
        assertThat(mark.count(none)).isEqualTo(1);
    }

    @Test
    void isNoOther() {
        assertThat(mark.fits(mark.with(List.of()))).isTrue();
        assertThat(mark.hasEdits(mark.with(List.of()))).isFalse();
        for (String other : new String[] { null, "", "f".repeat(64), mark.text() + "m", mark.text() + " ", mark.text() + " x",
                mark.text() + " 1x", "g" + mark.text() }) {
            assertThat(mark.fits(other)).as(other).isFalse();
        }
    }

    @Test
    void isNeverSettledWhereEditsFail() {
        SettledMark strict = new SettledMark("f+em", true);

        assertThat(strict.with(List.of("a"))).isNull();
        assertThat(strict.with(List.of())).isEqualTo("f+em");
    }
}
