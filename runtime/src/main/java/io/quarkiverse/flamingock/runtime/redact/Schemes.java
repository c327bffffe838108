package io.quarkiverse.flamingock.runtime.redact;

import java.util.Set;

/**
 * Credentials behind the name of their scheme, as in the header Authorization, also where the header's name is missing.
 */
final class Schemes implements Finder {

    private static final Set<String> ONE_WORD = Set.of("bearer", "basic", "negotiate", "ntlm", "hoba", "dpop");
    private static final Set<String> WHOLE_LINE = Set.of("digest", "hmac");
    private static final int SHORTEST = 6;

    @Override
    public void find(Text text, Hidden hidden) {
        int i = 0;
        while (i < text.length()) {
            if (!text.startsWord(i)) {
                i++;
                continue;
            }
            int end = text.wordEnd(i);
            int value = text.skipBlanks(end);
            i = value > end ? Math.max(end, hide(text, text.word(i, end), value, hidden)) : end;
        }
    }

    /** Gives the place after what is hidden. */
    private static int hide(Text text, String scheme, int value, Hidden hidden) {
        if (ONE_WORD.contains(scheme)) {
            int end = value;
            boolean prose = true;
            while (isToken(text.at(end))) {
                prose &= end == value ? Text.isLetter(text.at(end)) : text.at(end) >= 'a' && text.at(end) <= 'z';
                end++;
            }
            if (!prose && end - value >= SHORTEST) {
                hidden.hide(value, end);
                return end;
            }
        } else if (WHOLE_LINE.contains(scheme) && (text.is("username=", value) || text.is("credential=", value))) {
            int end = text.lineEnd(value);
            hidden.hide(value, end);
            return end;
        }
        return value;
    }

    private static boolean isToken(char c) {
        return Text.isLetter(c) || Text.isDigit(c) || "._~+/=-".indexOf(c) >= 0;
    }
}
