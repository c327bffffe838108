package io.quarkiverse.flamingock.runtime.redact;

import java.util.List;
import java.util.Set;

/**
 * Names of values that are secret.
 */
final class SecretNames {

    /** Of the letters and digits of a name, wherever they stand in it. */
    private static final List<String> PARTS = List.of("password", "passwd", "passphrase", "passcode", "passwort", "kennwort",
            "pwd", "secret", "token", "apikey", "accesskey", "accountkey", "privatekey", "sharedkey", "signingkey",
            "encryptionkey", "hmackey", "masterkey", "credential", "signature", "authorization", "cookie", "sessionid",
            "bearer",
            "jwt", "assertion", "consideredvalue");
    private static final Set<String> WHOLE = Set.of("auth", "pass", "pw", "sig", "pin", "otp", "salt", "sas", "sid", "privkey");
    /** In the query of an address only; elsewhere they are any keys and codes. */
    private static final Set<String> IN_QUERIES = Set.of("key", "code");
    private static final String ENDING = "pass";
    private static final Set<String> NO_NAMES = Set.of("exception", "error");
    /** Before a word that a parser met. */
    private static final Set<String> PARSERS = Set.of("unexpected", "unrecognized", "expected");
    private static final Set<String> HEADERS = Set.of("authorization", "proxyauthorization", "cookie", "setcookie");
    /** No name is longer; what is, is looked at from its end. */
    private static final int LONGEST = 120;

    private SecretNames() {
    }

    /** The letters and digits of a name, in lower case. */
    static String letters(Text text, int from, int to) {
        StringBuilder letters = new StringBuilder();
        for (int i = Math.max(from, to - LONGEST); i < to; i++) {
            char c = text.at(i);
            if (Text.isLetter(c) || Text.isDigit(c)) {
                letters.append(Character.toLowerCase(c));
            }
        }
        return letters.toString();
    }

    static boolean isSecret(Text text, int from, int to) {
        String name = letters(text, from, to);
        if (NO_NAMES.stream().anyMatch(name::endsWith)) {
            return false;
        }
        return WHOLE.contains(name) || name.endsWith(ENDING) || isParameter(text, from, to)
                || IN_QUERIES.contains(name) && (text.at(from - 1) == '?' || text.at(from - 1) == '&')
                || PARTS.stream().anyMatch(name::contains) && !isParsed(text, from);
    }

    static boolean isHeader(Text text, int from, int to) {
        return HEADERS.contains(letters(text, from, to));
    }

    /** A value that was bound to a statement. */
    private static boolean isParameter(Text text, int from, int to) {
        boolean number = text.at(from) == '$' && to > from + 1;
        for (int i = from + 1; number && i < to; i++) {
            number = Text.isDigit(text.at(i));
        }
        return number;
    }

    private static boolean isParsed(Text text, int from) {
        int end = text.skipBlanksBack(from - 1) + 1;
        int start = end;
        while (text.isWord(start - 1) && end - start < LONGEST) {
            start--;
        }
        return PARSERS.contains(text.word(start, end));
    }
}
