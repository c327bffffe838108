package io.quarkiverse.flamingock.runtime.redact;

import java.util.Set;

/**
 * Literals of SQL statements: databases and drivers quote whole statements in their errors, and a literal may be anything.
 * From where a statement begins, all of them are hidden: where it ends can't be told for certain.
 */
final class Statements implements Finder {

    /** What may follow PASSWORD in a statement about an account, and is no password. */
    private static final Set<String> NO_PASSWORDS = Set.of("null", "expire", "expired", "never", "require", "for", "valid",
            "history", "reuse", "default", "lock", "unlock", "account", "function");
    private static final Set<String> MADE_BY = Set.of("by", "as", "using");

    @Override
    public void find(Text text, Hidden hidden) {
        int i = 0;
        boolean begun = false;
        boolean account = false;
        Literals literals = new Literals(text, text.length(), hidden);
        while (i < text.length()) {
            if (!text.startsWord(i)) {
                i = begun ? literals.take(i) : i + 1;
                continue;
            }
            int end = text.wordEnd(i);
            String word = text.word(i, end);
            begun |= Beginnings.isStatement(text, i, end, word);
            account |= Beginnings.isAccount(text, end, word);
            literals.passed(word);
            int next = begun ? bare(text, word, end, account, hidden) : end;
            i = begun && next == end ? literals.prefixed(i, end) : next;
        }
    }

    /** Hides a secret that nobody has quoted, after {@code IDENTIFIED BY} and, of an account, {@code PASSWORD}. */
    private static int bare(Text text, String word, int end, boolean account, Hidden hidden) {
        int value = text.skipBlanks(end);
        if (word.equals("identified")) {
            if (!MADE_BY.contains(text.word(value))) {
                return end;
            }
            value = text.skipBlanks(text.wordEnd(value));
            if (text.is("password", value) || text.is("values", value)) {
                value = text.skipBlanks(text.wordEnd(value));
            }
        } else if (!word.equals("password") || !account || NO_PASSWORDS.contains(text.word(value))) {
            return end;
        }
        value = text.is("[*]", value) ? value + "[*]".length() : value;
        if (!text.isWord(value) || text.at(text.wordEnd(value)) == '\'') {
            return end;
        }
        int bare = Value.bareEnd(text, value);
        hidden.hide(value, bare);
        return bare;
    }
}
