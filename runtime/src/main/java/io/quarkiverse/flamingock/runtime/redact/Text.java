package io.quarkiverse.flamingock.runtime.redact;

/**
 * A text to look through. There is nothing before its beginning and after its end, so that looking there is no error.
 */
final class Text {

    private static final char NOTHING = 0;

    private final CharSequence chars;
    private final int length;

    Text(CharSequence chars) {
        this.chars = chars;
        this.length = chars.length();
    }

    int length() {
        return length;
    }

    char at(int i) {
        return i < 0 || i >= length ? NOTHING : chars.charAt(i);
    }

    void copy(int from, int to, StringBuilder target) {
        for (int i = from; i < to; i++) {
            target.append(chars.charAt(i));
        }
    }

    boolean isWord(int i) {
        char c = at(i);
        return isLetter(c) || isDigit(c) || c == '_';
    }

    boolean startsWord(int i) {
        return isWord(i) && !isWord(i - 1);
    }

    int wordEnd(int i) {
        int end = i;
        while (isWord(end)) {
            end++;
        }
        return end;
    }

    /** The word that begins here in lower case, or nothing where it is longer than any that is looked for. */
    String word(int i) {
        return word(i, wordEnd(i));
    }

    String word(int from, int to) {
        if (to - from > 16) {
            return "";
        }
        StringBuilder word = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            word.append(lower(at(i)));
        }
        return word.toString();
    }

    int skipBlanks(int i) {
        int end = i;
        while (isBlank(end)) {
            end++;
        }
        return end;
    }

    int skipBlanksBack(int i) {
        int end = i;
        while (isBlank(end)) {
            end--;
        }
        return end;
    }

    boolean isBlank(int i) {
        return i >= 0 && i < length && Character.isWhitespace(at(i));
    }

    /** Whether something stands here, in upper or lower case; it is given in lower case. */
    boolean is(String lower, int i) {
        for (int k = 0; k < lower.length(); k++) {
            if (lower(at(i + k)) != lower.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** Where something stands in upper or lower case, at or after a place; -1 where it does not. */
    int find(String lower, int from) {
        for (int i = from; i <= length - lower.length(); i++) {
            if (is(lower, i)) {
                return i;
            }
        }
        return -1;
    }

    int findLast(char wanted, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (at(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    int lineEnd(int i) {
        int end = i;
        while (end < length && at(end) != '\n' && at(end) != '\r') {
            end++;
        }
        return end;
    }

    boolean isUpper(int i) {
        return at(i) >= 'A' && at(i) <= 'Z';
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }
}
