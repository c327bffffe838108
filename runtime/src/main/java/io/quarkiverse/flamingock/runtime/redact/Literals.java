package io.quarkiverse.flamingock.runtime.redact;

import java.util.Set;

/**
 * Hides the literals of a statement: strings, strings in double quotes where they can't be names, and dollar quotes.
 */
final class Literals {

    /** After these a double quote begins a string. */
    private static final Set<String> BEFORE_STRINGS = Set.of("by", "password", "as", "using", "like");

    private final Text text;
    private final int limit;
    private final Hidden hidden;
    private String last = "";
    private boolean values;
    private int depth;

    Literals(Text text, int limit, Hidden hidden) {
        this.text = text;
        this.limit = limit;
        this.hidden = hidden;
    }

    void passed(String word) {
        last = word;
        if (word.equals("values") || word.equals("value")) {
            values = true;
            depth = 0;
        }
    }

    /** Past a word, and past the literal that it is the prefix of: {@code E'…'}, {@code N'…'}, {@code _utf8'…'}. */
    int prefixed(int start, int end) {
        boolean prefix = end - start == 1 || text.at(start) == '_' || end - start == 2 && text.is("n", start);
        if (text.at(end) != '\'' || !prefix) {
            // "don't", "bob's"
            return text.at(end) == '\'' ? end + 1 : end;
        }
        if (text.is("q", end - 1)) {
            return oracleEnd(start, end);
        }
        return hide(start, Quoted.end(text, end, limit));
    }

    /** Past what stands here, hidden where it is a literal. */
    int take(int i) {
        char c = text.at(i);
        if (c == '\'' || c == '"' && isString(i)) {
            return hide(i, Quoted.end(text, i, limit));
        }
        if (c == '$') {
            int end = Quoted.dollarEnd(text, i, limit);
            return end > i ? hide(i, end) : i + 1;
        }
        if (c == '(') {
            depth++;
        } else if (c == ')') {
            depth--;
            values = values && (depth > 0 || text.at(text.skipBlanks(i + 1)) == ',');
        }
        return i + 1;
    }

    private boolean isString(int i) {
        int before = text.skipBlanksBack(i - 1);
        return values && depth > 0 || text.at(before) == '='
                || text.isWord(before) && before < i - 1 && BEFORE_STRINGS.contains(last);
    }

    private int hide(int from, int to) {
        hidden.hide(from, Math.min(to, limit));
        return to;
    }

    private int oracleEnd(int start, int quote) {
        char open = text.at(quote + 1);
        char close = open == '[' ? ']' : open == '{' ? '}' : open == '(' ? ')' : open == '<' ? '>' : open;
        for (int i = quote + 2; i < limit; i++) {
            if (text.at(i) == close && text.at(i + 1) == '\'') {
                return hide(start, i + 2);
            }
        }
        return hide(start, limit);
    }
}
