package io.quarkiverse.flamingock.runtime.redact;

import java.util.List;

/**
 * Tokens, keys and hashes of passwords that are known by their shape, whatever stands around them.
 */
final class Tokens implements Finder {

    /**
     * @param prefix how it begins, in lower case
     * @param others what it is made of besides letters and digits
     * @param shortest how much must follow the prefix
     * @param upper whether all of it is upper case and digits
     */
    private record Shape(String prefix, String others, int shortest, boolean upper) {
    }

    private static final List<Shape> SHAPES = List.of(
            // JSON Web Tokens, and anything else that is JSON in Base64
            new Shape("eyj", "_-.=", 8, false),
            // private keys and certificates in Base64, without the lines around
            new Shape("miie", "+/=", 40, false), new Shape("miic", "+/=", 40, false), new Shape("miij", "+/=", 40, false),
            new Shape("akia", "", 8, true), new Shape("asia", "", 8, true), new Shape("aroa", "", 8, true),
            new Shape("aida", "", 8, true),
            new Shape("ghp_", "", 10, false), new Shape("gho_", "", 10, false), new Shape("ghu_", "", 10, false),
            new Shape("ghs_", "", 10, false), new Shape("ghr_", "", 10, false), new Shape("github_pat_", "_", 10, false),
            new Shape("glpat-", "_-", 10, false), new Shape("npm_", "", 20, false), new Shape("xoxb-", "-", 8, false),
            new Shape("xoxp-", "-", 8, false), new Shape("xoxa-", "-", 8, false), new Shape("xoxe", "-.", 8, false),
            new Shape("sk_live_", "", 8, false), new Shape("sk_test_", "", 8, false), new Shape("rk_live_", "", 8, false),
            new Shape("sk-", "_-", 20, false), new Shape("aiza", "_-", 20, false), new Shape("ya29.", "_-.", 10, false),
            new Shape("hvs.", "_-", 10, false), new Shape("dop_v1_", "", 10, false), new Shape("sg.", "_-.", 20, false),
            new Shape("age-secret-key-", "", 8, true),
            // verifiers
            new Shape("$2a$", "./$", 20, false), new Shape("$2b$", "./$", 20, false), new Shape("$2y$", "./$", 20, false),
            new Shape("$argon2", "+/=$,.-", 10, false), new Shape("$5$", "./$=", 10, false),
            new Shape("$6$", "./$=", 10, false),
            new Shape("$y$", "./$", 10, false), new Shape("scram-sha-", "+/=:$-", 20, false), new Shape("*", "", 40, true),
            new Shape("md5", "", 32, false), new Shape("{ssha", "}+/=", 10, false));

    private static final String SIGNS = "$*{";

    @Override
    public void find(Text text, Hidden hidden) {
        int i = 0;
        while (i < text.length()) {
            boolean begins = text.startsWord(i) || SIGNS.indexOf(text.at(i)) >= 0;
            i = Math.max(i + 1, begins ? hide(text, i, hidden) : 0);
        }
    }

    private static int hide(Text text, int start, Hidden hidden) {
        for (Shape shape : SHAPES) {
            if (text.is(shape.prefix, start)) {
                int end = end(text, shape, start);
                if (end - start >= shape.prefix.length() + shape.shortest) {
                    hidden.hide(start, end);
                    return end;
                }
            }
        }
        return start;
    }

    private static int end(Text text, Shape shape, int start) {
        int end = start + shape.prefix.length();
        char c = text.at(end);
        while (shape.upper ? c >= 'A' && c <= 'Z' || Text.isDigit(c)
                : Text.isLetter(c) || Text.isDigit(c) || c != 0 && shape.others.indexOf(c) >= 0) {
            end++;
            c = text.at(end);
        }
        return end;
    }
}
