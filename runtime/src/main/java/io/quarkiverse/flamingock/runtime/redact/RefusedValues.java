package io.quarkiverse.flamingock.runtime.redact;

import java.util.List;

/**
 * Values that databases and parsers quote when they refuse them: of whole rows, of keys with a secret name, and those that have
 * the wrong type or are too long.
 */
final class RefusedValues implements Finder {

    private static final String ROW = "failing row contains (";
    private static final String KEY = "key (";
    private static final String DUPLICATE = "duplicate entry '";
    private static final String FOR_KEY = "' for key '";
    /** What follows the value of a key. */
    private static final List<String> AFTER_KEYS = List.of(") already ", ") is ", ") conflicts ");
    /** What stands before a value in quotes, on its line. */
    private static final List<String> BEFORE_VALUES = List.of("invalid input syntax for ", "invalid input value for ",
            "data conversion error converting ", "incorrect ", "value too long for ", "malformed ", "cannot parse ",
            "for input string");
    /** Right before a value in quotes. */
    private static final String TEXT = "text ";
    private static final String INDEX = "index: ";
    private static final String DUP_KEY = " dup key: ";
    /** Before an address that is none: a blank in it may be one of the password. */
    private static final String AT_INDEX = " at index ";

    @Override
    public void find(Text text, Hidden hidden) {
        int row = text.find(ROW, 0);
        hidden.hide(row < 0 ? text.length() : row + ROW.length(), text.length());
        keys(text, hidden);
        duplicates(text, hidden);
        BEFORE_VALUES.forEach(before -> values(text, before, hidden));
        texts(text, hidden);
        documents(text, hidden);
        addresses(text, hidden);
    }

    private static void texts(Text text, Hidden hidden) {
        for (int i = text.find(TEXT, 0); i >= 0;) {
            int value = i + TEXT.length();
            int end = text.at(value) == '\'' ? Quoted.end(text, value, text.length()) : value;
            hidden.hide(value, end);
            i = text.find(TEXT, end);
        }
    }

    /** Of MongoDB, which named no fields there in earlier versions. */
    private static void documents(Text text, Hidden hidden) {
        for (int i = text.find(INDEX, 0); i >= 0;) {
            int name = i + INDEX.length();
            int end = name;
            while (end < text.length() && !text.isBlank(end)) {
                end++;
            }
            int value = end + DUP_KEY.length();
            if (text.is(DUP_KEY, end) && text.at(value) == '{' && SecretNames.isSecret(text, name, end)) {
                end = Quoted.bracketEnd(text, value);
                hidden.hide(value, end);
            }
            i = text.find(INDEX, end);
        }
    }

    private static void addresses(Text text, Hidden hidden) {
        for (int i = text.find(AT_INDEX, 0); i >= 0;) {
            int number = text.wordEnd(i + AT_INDEX.length());
            int end = text.is(": ", number) ? text.lineEnd(number) : number;
            hidden.hide(number + 2, end);
            i = text.find(AT_INDEX, end);
        }
    }

    private static void keys(Text text, Hidden hidden) {
        for (int i = text.find(KEY, 0); i >= 0;) {
            int names = i + KEY.length();
            int value = names;
            while (value < text.length() && !text.is(")=(", value)) {
                value++;
            }
            int end = Math.min(text.length(), value + ")=(".length());
            while (end < text.length() && !isAfterKey(text, end)) {
                end++;
            }
            if (SecretNames.isSecret(text, names, value)) {
                hidden.hide(value + ")=(".length(), end);
            }
            i = text.find(KEY, end);
        }
    }

    private static boolean isAfterKey(Text text, int i) {
        return text.at(i) == ')' && AFTER_KEYS.stream().anyMatch(after -> text.is(after, i));
    }

    private static void duplicates(Text text, Hidden hidden) {
        for (int i = text.find(DUPLICATE, 0); i >= 0;) {
            int value = i + DUPLICATE.length();
            int end = text.find(FOR_KEY, value);
            int name = end < 0 ? text.length() : end + FOR_KEY.length();
            int nameEnd = name;
            while (nameEnd < text.length() && text.at(nameEnd) != '\'') {
                nameEnd++;
            }
            if (end < 0 || SecretNames.isSecret(text, name, nameEnd)) {
                hidden.hide(value, end < 0 ? text.length() : end);
            }
            i = text.find(DUPLICATE, nameEnd);
        }
    }

    /** The last quoted text of its kind: names of types and columns stand before it. */
    private static void values(Text text, String before, Hidden hidden) {
        for (int i = text.find(before, 0); i >= 0;) {
            int start = i + before.length();
            int value = start;
            while (value < text.length() && text.at(value) != '\n' && !(Quoted.begins(text, value)
                    && (value == start || text.at(value - 1) == ' ' && text.at(value - 2) == ':'))) {
                value++;
            }
            int end = Quoted.begins(text, value) ? Quoted.end(text, value, text.length()) : value;
            hidden.hide(value, end);
            i = text.find(before, end);
        }
    }
}
