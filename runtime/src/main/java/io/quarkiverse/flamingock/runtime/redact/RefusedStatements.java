package io.quarkiverse.flamingock.runtime.redact;

/**
 * What databases quote of a statement that they could not read: {@code near '…' at line 1} (MariaDB, MySQL),
 * {@code at or near "…"} (PostgreSQL). It begins anywhere in the statement and is cut, so nothing around it tells what it is.
 */
final class RefusedStatements implements Finder {

    private static final String NEAR = "near ";
    private static final String AT_LINE = "' at line ";

    @Override
    public void find(Text text, Hidden hidden) {
        int i = text.find(NEAR, 0);
        while (i >= 0) {
            int quote = i + NEAR.length();
            int end = quote;
            if (text.at(quote) == '\'') {
                end = text.find(AT_LINE, quote + 1);
                end = end < 0 ? text.length() : end;
                rest(text, quote + 1, end, hidden);
            } else if (text.at(quote) == '"') {
                end = word(text, quote + 1, hidden);
            }
            i = text.find(NEAR, end);
        }
    }

    /** The rest of a statement. Its strings may be in double quotes, too. */
    private static void rest(Text text, int from, int to, Hidden hidden) {
        int i = from;
        first(text, from, to, hidden);
        while (i < to) {
            char c = text.at(i);
            if (c == '\'' || c == '"') {
                int end = Quoted.end(text, i, to);
                hidden.hide(i, end);
                i = end;
            } else {
                i++;
            }
        }
    }

    /** A word that is refused may be a secret that should have been quoted. */
    private static void first(Text text, int from, int to, Hidden hidden) {
        int end = from;
        boolean letters = false;
        boolean others = false;
        while (end < to && !text.isBlank(end) && "'\"`;(),".indexOf(text.at(end)) < 0) {
            boolean letter = Text.isLetter(text.at(end)) || text.at(end) == '_';
            letters |= letter;
            others |= !letter;
            end++;
        }
        if (letters && others) {
            hidden.hide(from, end);
        }
    }

    private static int word(Text text, int from, Hidden hidden) {
        char c = text.at(from);
        boolean literal = Quoted.isQuote(c) || c == '$' || Text.isLetter(c) && text.at(from + 1) == '\'';
        if (!literal) {
            first(text, from, text.length(), hidden);
            return from;
        }
        int end = text.findLast('"', from + 1, text.length());
        hidden.hide(from, end < 0 ? text.length() : end);
        return text.length();
    }
}
