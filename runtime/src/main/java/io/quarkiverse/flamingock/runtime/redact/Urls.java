package io.quarkiverse.flamingock.runtime.redact;

/**
 * Users and passwords in addresses: those before the host, with a scheme or without, and Oracle's with a slash. Parameters are
 * named values.
 */
final class Urls implements Finder {

    private static final String AUTHORITY = "://";
    private static final String ORACLE = "jdbc:oracle:thin:";
    private static final String BEFORE_USERS = "/\"'`<>(){}[]=,;";
    /** A user without a password that is longer is a token. */
    private static final int LONGEST_NAME = 15;

    @Override
    public void find(Text text, Hidden hidden) {
        int end = 0;
        int at = text.find(AUTHORITY, 0);
        while (at >= 0) {
            int start = at + AUTHORITY.length();
            end = start < end ? end : end(text, start);
            at = text.find(AUTHORITY, start);
            userInfo(text, start, at >= 0 && at < end ? at : end, hidden);
        }
        schemeless(text, hidden);
        for (at = text.find(ORACLE, 0); at >= 0; at = text.find(ORACLE, at)) {
            int start = at + ORACLE.length();
            at = end(text, start);
            int host = text.findLast('@', start, at);
            hidden.hide(first(text, '/', '/', start, host) + 1, host);
        }
    }

    /** {@code user:password@host}, as drivers show it. */
    private static void schemeless(Text text, Hidden hidden) {
        int from = 0;
        for (int at = text.find("@", 0); at >= 0; at = text.find("@", at + 1)) {
            int start = at;
            while (start > from && !text.isBlank(start - 1) && BEFORE_USERS.indexOf(text.at(start - 1)) < 0) {
                start--;
            }
            int colon = first(text, ':', ':', start, at);
            if (colon > start && text.isWord(at + 1)) {
                hidden.hide(colon + 1, at);
            }
            from = at + 1;
        }
    }

    private static void userInfo(Text text, int start, int end, Hidden hidden) {
        int path = start;
        while (path < end && "/?#".indexOf(text.at(path)) < 0) {
            path++;
        }
        int host = text.findLast('@', start, path);
        int colon = first(text, ':', '@', start, path);
        if (host < 0 && colon < path && text.at(colon) == ':' && !isPort(text, colon + 1, path)) {
            // A slash or another sign in the password, which nobody has encoded.
            host = text.findLast('@', path, end);
        }
        if (host < 0) {
            return;
        }
        if (text.at(colon) == ':' && colon < host) {
            hidden.hide(colon + 1, host);
        } else if (host - start > LONGEST_NAME) {
            hidden.hide(start, host);
        }
    }

    /** The first of two signs, or the end. */
    private static int first(Text text, char one, char other, int from, int to) {
        int i = from;
        while (i < to && text.at(i) != one && text.at(i) != other) {
            i++;
        }
        return i;
    }

    /** More hosts with ports may follow the first. */
    private static boolean isPort(Text text, int from, int to) {
        int i = from;
        while (i < to && Text.isDigit(text.at(i))) {
            i++;
        }
        return i > from && (i == to || text.at(i) == ',');
    }

    private static int end(Text text, int start) {
        int end = start;
        while (end < text.length() && !text.isBlank(end) && "\"<>`".indexOf(text.at(end)) < 0) {
            end++;
        }
        return end;
    }
}
