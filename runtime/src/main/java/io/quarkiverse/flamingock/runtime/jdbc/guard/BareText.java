package io.quarkiverse.flamingock.runtime.jdbc.guard;

import java.util.Locale;

/**
 * Takes comments, literals and quoted names out of a statement, in one pass over texts of any length.
 */
final class BareText {

    private final String sql;
    private final StringBuilder bare = new StringBuilder();
    private boolean doubtful;

    private BareText(String sql) {
        this.sql = sql;
    }

    /**
     * @param sql a statement
     * @return what is left, in upper case; where it depends on the database what is a literal, it ends like a list of
     *         statements
     */
    static String of(String sql) {
        return new BareText(sql).read();
    }

    private String read() {
        int i = 0;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (c == '\'' || c == '"' || c == '`') {
                i = quoted(i + 1, c);
            } else if (sql.startsWith("--", i)) {
                i = past("\n", i + 2);
            } else if (sql.startsWith("/*", i)) {
                // /*! is code for MariaDB and MySQL
                doubtful |= sql.startsWith("/*!", i) || sql.startsWith("/*M!", i);
                i = past("*/", i + 2);
            } else if (c == '$' && !partOfName()) {
                i = dollar(i);
            } else {
                // a comment for MariaDB and MySQL, an operator for others
                doubtful |= c == '#';
                bare.append(c);
                i++;
            }
        }
        return bare.toString().toUpperCase(Locale.ROOT).strip() + (doubtful ? " ; ?" : "");
    }

    private int quoted(int from, char quote) {
        bare.append(" '' ");
        int end = sql.indexOf(quote, from);
        // Whether a backslash escapes a quote depends on the database.
        doubtful |= end > from && sql.charAt(end - 1) == '\\';
        return end < 0 ? sql.length() : end + 1;
    }

    private int past(String end, int from) {
        bare.append(' ');
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }

    private int dollar(int start) {
        int i = start + 1;
        while (i < sql.length() && Character.isJavaIdentifierPart(sql.charAt(i)) && sql.charAt(i) != '$') {
            i++;
        }
        if (i < sql.length() && sql.charAt(i) == '$' && !Character.isDigit(sql.charAt(start + 1))) {
            bare.append(" '' ");
            String tag = sql.substring(start, i + 1);
            int end = sql.indexOf(tag, i + 1);
            return end < 0 ? sql.length() : end + tag.length();
        }
        bare.append('$');
        return start + 1;
    }

    private boolean partOfName() {
        return bare.length() > 0 && Character.isJavaIdentifierPart(bare.charAt(bare.length() - 1));
    }
}
