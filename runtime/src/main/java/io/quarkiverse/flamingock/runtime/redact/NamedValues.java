package io.quarkiverse.flamingock.runtime.redact;

/**
 * Values behind a name that says that they are secret, in properties, parameters, headers, JSON, YAML, XML, SQL and options of
 * commands: {@code password=x}, {@code "api_key": "x"}, {@code PASSWORD 'x'}, {@code --token x}.
 */
final class NamedValues implements Finder {

    private static final String ASKED = "(using ";
    private static final String VALUE = "value";

    @Override
    public void find(Text text, Hidden hidden) {
        int i = 0;
        while (i < text.length()) {
            if (!isName(text.at(i))) {
                i++;
                continue;
            }
            int end = i;
            while (isName(text.at(end))) {
                end++;
            }
            // A dot or dash at the end belongs to the sentence.
            int name = end;
            while (name > i && !text.isWord(name - 1)) {
                name--;
            }
            i = name > i && SecretNames.isSecret(text, i, name) ? Math.max(end, hide(text, i, name, hidden)) : end;
        }
    }

    /** Hides the value of a name; gives the place after it. */
    private static int hide(Text text, int start, int end, Hidden hidden) {
        int closed = closed(text, start, end);
        int next = text.skipBlanks(closed);
        int value = separated(text, next);
        if (value > next) {
            if (text.is(ASKED, start - ASKED.length()) && (text.is("yes)", value) || text.is("no)", value))) {
                return value;
            }
            int valueEnd = Value.end(text, start, value, SecretNames.isHeader(text, start, end));
            hidden.hide(value, valueEnd);
            return valueEnd;
        }
        int direct = direct(text, start, closed, next);
        hidden.hide(text.at(next) == '>' ? next + 1 : next, direct);
        return direct;
    }

    /** Past what closes the name: a quote, a bracket; and past {@code , "value"} where a name is itself a value. */
    private static int closed(Text text, int start, int end) {
        int i = pastQuote(text, start, end);
        i = text.at(i) == ']' ? i + 1 : i;
        int comma = text.skipBlanks(i);
        int named = text.skipBlanks(comma + 1);
        while (text.at(comma) == ',' && (text.at(named) == '\\' || Quoted.isQuote(text.at(named)))) {
            named++;
        }
        int after = named + VALUE.length();
        return text.at(comma) == ',' && text.is(VALUE, named) && !text.isWord(after) ? pastQuote(text, named, after) : i;
    }

    /** A quote behind a name closes it, unless it opens a value. */
    private static int pastQuote(Text text, int start, int end) {
        int quote = end;
        while (text.at(quote) == '\\') {
            quote++;
        }
        char c = text.at(quote);
        if (!Quoted.isQuote(c)) {
            return end;
        }
        int next = text.skipBlanks(quote + 1);
        return c == text.at(start - 1) || text.at(next) == '=' || text.at(next) == ':' ? quote + 1 : end;
    }

    /** The value behind a separator; the same place where there is none. */
    private static int separated(Text text, int next) {
        int i = text.at(next) == '-' && text.at(next + 1) == '>' ? next + 2 : next;
        while (text.at(i) == '=' || text.at(i) == ':' || i > next && (text.at(i) == '>' || text.at(i) == '~')) {
            i++;
        }
        return i == next ? next : text.skipBlanks(i);
    }

    /** The end of a value that follows the name by itself; where it would begin, if there is none. */
    private static int direct(Text text, int start, int closed, int next) {
        char before = text.at(start - 1);
        if (text.at(closed) == '>' && (before == '<' || before == ':')) {
            return Value.elementEnd(text, closed);
        }
        if (text.at(start) == '-' && next > closed) {
            return Value.bareEnd(text, next);
        }
        int literal = text.at(next) == '(' ? text.skipBlanks(next + 1) : next;
        int end = Value.literalEnd(text, literal);
        return end > literal ? end : next;
    }

    private static boolean isName(char c) {
        return Text.isLetter(c) || Text.isDigit(c) || c == '_' || c == '-' || c == '.' || c == '$';
    }
}
