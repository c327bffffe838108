package io.quarkiverse.flamingock.runtime.redact;

/**
 * Where a value ends.
 */
final class Value {

    private static final String ENDS = ",;)}]>\"'`";
    private static final int FEW = 4;
    private static final int LONGEST_NAME = 40;

    private Value() {
    }

    /**
     * @param name where its name begins
     * @param value where it begins
     * @param header whether it may be a whole line
     */
    static int end(Text text, int name, int value, boolean header) {
        int literal = literalEnd(text, value);
        int masked = value + Hidden.MASK.length();
        if (text.is(Hidden.MASK, value) && !text.isWord(masked)) {
            return masked;
        }
        if (literal > value) {
            return literal;
        }
        char first = text.at(value);
        if (Quoted.isOpening(first)) {
            return Quoted.bracketEnd(text, value);
        }
        if (header) {
            int lineEnd = text.lineEnd(value);
            int quote = quoteEnd(text, text.at(name - 1), value, lineEnd);
            return quote < 0 ? lineEnd : quote;
        }
        if (first == '|' || first == '>') {
            // A block of YAML
            return text.length();
        }
        return isLine(text, name, value) ? text.lineEnd(value) : bareEnd(text, value);
    }

    /** The end of a literal as SQL, JSON or a program writes it; the same place where none begins. */
    static int literalEnd(Text text, int value) {
        int quote = Text.isLetter(text.at(value)) && text.at(value + 1) == '\'' ? value + 1 : value;
        return Quoted.begins(text, quote) ? Quoted.end(text, quote, text.length())
                : Quoted.dollarEnd(text, value, text.length());
    }

    /** What stands between two tags. */
    static int elementEnd(Text text, int start) {
        int end = start;
        while (end < text.length() && text.at(end) != '<') {
            end++;
        }
        return end;
    }

    /** Blanks end it, and a sign that ends something is part of it where more of it follows. */
    static int bareEnd(Text text, int start) {
        int i = start;
        while (i < text.length() && !text.isBlank(i)) {
            char c = text.at(i);
            if (c == '&' || c == '<' || ENDS.indexOf(c) >= 0 && isEnd(text, i)) {
                return i;
            }
            i++;
        }
        return i;
    }

    private static boolean isEnd(Text text, int i) {
        int next = i + 1;
        while (next < i + FEW && (ENDS + ".").indexOf(text.at(next)) >= 0) {
            next++;
        }
        if (next >= text.length() || text.isBlank(next) || Quoted.isQuote(text.at(next))) {
            return true;
        }
        int name = next;
        while (name < next + LONGEST_NAME && (text.isWord(name) || text.at(name) == '-' || text.at(name) == '.')) {
            name++;
        }
        return name > next && (text.at(name) == '=' || text.at(name) == ':');
    }

    /** In a text of several lines, whether the name is the first of its line: then the rest is its value. */
    private static boolean isLine(Text text, int name, int value) {
        int before = name - 1;
        while (text.at(before) == ' ' || text.at(before) == '\t' || text.at(before) == '-') {
            before--;
        }
        return text.at(before) == '\n' || before < 0 && text.lineEnd(value) < text.length();
    }

    private static int quoteEnd(Text text, char quote, int from, int to) {
        for (int i = from; Quoted.isQuote(quote) && i < to; i++) {
            if (text.at(i) == quote) {
                return i;
            }
        }
        return -1;
    }
}
