package io.quarkiverse.flamingock.runtime.redact;

import java.util.BitSet;

/**
 * What of a text is not shown.
 */
final class Hidden {

    static final String MASK = "***";

    private final Text text;
    private final BitSet places = new BitSet();

    Hidden(Text text) {
        this.text = text;
    }

    void hide(int from, int to) {
        if (to > from) {
            places.set(from, to);
        }
    }

    String render() {
        StringBuilder shown = new StringBuilder(text.length());
        int from = 0;
        for (int next = places.nextSetBit(0); next >= 0; next = places.nextSetBit(from)) {
            text.copy(from, next, shown);
            shown.append(MASK);
            from = places.nextClearBit(next);
        }
        text.copy(from, text.length(), shown);
        return shown.toString();
    }
}
