package io.quarkiverse.flamingock.runtime.redact;

/**
 * Where something quoted or bracketed ends. What never ends was cut in the middle and goes on to the end.
 */
final class Quoted {

    private Quoted() {
    }

    /** Whether a quote begins here, after as many backslashes as it was quoted within others. */
    static boolean begins(Text text, int i) {
        return isQuote(text.at(afterBackslashes(text, i)));
    }

    /**
     * @param i where the backslashes before the quote, or the quote itself, are
     * @param limit where everything ends
     * @return the place after the quote that ends it
     */
    static int end(Text text, int i, int limit) {
        int quote = afterBackslashes(text, i);
        return quote == i ? plainEnd(text, quote, limit) : escapedEnd(text, quote, quote - i, limit);
    }

    private static int plainEnd(Text text, int start, int limit) {
        char quote = text.at(start);
        if (text.at(start + 1) == quote && text.isWord(start + 2)) {
            return doubledEnd(text, start, limit);
        }
        int i = start + 1;
        while (i < limit) {
            char c = text.at(i);
            if (c == quote && text.at(i + 1) != quote) {
                return i + 1;
            }
            if (c == '\\' && text.at(i + 1) == quote && quote == '\'') {
                // It depends on the database whether that ends it. No reading may show what another one hides.
                return limit;
            }
            i += c == quote || c == '\\' ? 2 : 1;
        }
        return limit;
    }

    /** Of something quoted within something quoted. */
    private static int doubledEnd(Text text, int start, int limit) {
        for (int i = start + 2; i < limit; i++) {
            if (text.at(i) == text.at(start) && text.at(i + 1) == text.at(start)) {
                return Math.min(limit, i + 2);
            }
        }
        return limit;
    }

    private static int escapedEnd(Text text, int start, int backslashes, int limit) {
        char quote = text.at(start);
        int run = 0;
        for (int i = start + 1; i < limit; i++) {
            char c = text.at(i);
            if (c == quote && run == backslashes) {
                return i + 1;
            }
            run = c == '\\' ? run + 1 : 0;
        }
        return limit;
    }

    /** The place after the dollar quote that begins here; the same place where none does. */
    static int dollarEnd(Text text, int start, int limit) {
        int tagEnd = text.wordEnd(start + 1);
        if (text.at(start) != '$' || text.at(tagEnd) != '$' || Text.isDigit(text.at(start + 1)) || text.isWord(start - 1)) {
            return start;
        }
        int length = tagEnd + 1 - start;
        for (int i = tagEnd + 1; i < limit; i++) {
            if (text.at(i) == '$' && same(text, start, i, length)) {
                return Math.min(limit, i + length);
            }
        }
        return limit;
    }

    private static boolean same(Text text, int one, int other, int length) {
        for (int i = 0; i < length; i++) {
            if (text.at(one + i) != text.at(other + i)) {
                return false;
            }
        }
        return true;
    }

    /** The place after the bracket that closes the one that is here. */
    static int bracketEnd(Text text, int start) {
        int depth = 0;
        int i = start;
        while (i < text.length()) {
            char c = text.at(i);
            if (c == '"') {
                i = plainEnd(text, i, text.length());
                continue;
            }
            depth += isOpening(c) ? 1 : isClosing(c) ? -1 : 0;
            i++;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    static boolean isOpening(char c) {
        return c == '{' || c == '[' || c == '(';
    }

    static boolean isClosing(char c) {
        return c == '}' || c == ']' || c == ')';
    }

    static boolean isQuote(char c) {
        return c == '\'' || c == '"' || c == '`';
    }

    private static int afterBackslashes(Text text, int i) {
        int quote = i;
        while (text.at(quote) == '\\') {
            quote++;
        }
        return quote;
    }
}
