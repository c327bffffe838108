package io.quarkiverse.flamingock.runtime.engine.text;

import java.util.regex.Pattern;

import io.quarkiverse.flamingock.spi.AuditField;

/**
 * Turns an error into the text that is stored and shown: the causes with the places they come from, secrets removed, cut.
 */
public final class ErrorText {

    /** How many characters are kept; audit stores have room for this much. */
    static final int LIMIT = AuditField.ERROR.length();

    private static final int FRAMES = 3;
    private static final int CAUSES = 8;
    /** Patterns are only run on this much of a message, so that a huge one costs nothing. */
    private static final int LOOKED_AT = 4 * LIMIT;
    private static final Pattern SECRET = Pattern.compile(
            "(?i)((?:password|passwd|pwd|secret|token|api[-_]?key|access[-_]?key|credential)[\\w.-]{0,40}[\"']?\\s{0,3}[=:]\\s{0,3})"
                    + "(\"[^\"]*\"|'[^']*'|[^\\s,;&)}\\]]+)");
    private static final Pattern USER_INFO = Pattern.compile("(://[^/\\s:@]{0,200}:)[^@\\s/]{1,200}@");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{6,}");

    private ErrorText() {
    }

    /**
     * @param error an error, may be null
     * @return the error with its causes and where they come from; null where there is none
     */
    public static String of(Throwable error) {
        if (error == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        Throwable current = error;
        for (int i = 0; current != null && i < CAUSES; i++) {
            text.append(i == 0 ? "" : "\nCaused by: ").append(line(current));
            StackTraceElement[] frames = current.getStackTrace();
            for (int f = 0; f < Math.min(FRAMES, frames.length); f++) {
                text.append("\n\tat ").append(frames[f]);
            }
            current = current.getCause() == current ? null : current.getCause();
        }
        return cut(redact(text.toString()));
    }

    /**
     * @param error an error
     * @return the error in one line
     */
    public static String brief(Throwable error) {
        return cut(redact(line(error)));
    }

    /**
     * @param rollbackError why the rollback failed, may be null
     * @param changeError why the change had failed before, may be null
     * @return both
     */
    public static String both(Throwable rollbackError, Throwable changeError) {
        String rollback = of(rollbackError);
        String change = of(changeError);
        int half = LIMIT / 2 - 40;
        return "The rollback failed: " + shorten(rollback, half) + "\nafter the change had failed: " + shorten(change, half);
    }

    static String redact(String whole) {
        String text = shorten(whole, LOOKED_AT);
        String redacted = SECRET.matcher(text).replaceAll("$1***");
        redacted = USER_INFO.matcher(redacted).replaceAll("$1***@");
        return BEARER.matcher(redacted).replaceAll("$1 ***");
    }

    private static String line(Throwable error) {
        String message = error.getMessage();
        return error.getClass().getName() + (message == null ? "" : ": " + shorten(message, LIMIT / 2));
    }

    private static String cut(String text) {
        return shorten(text, LIMIT);
    }

    private static String shorten(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        String note = "… (" + text.length() + " characters)";
        return text.substring(0, limit - note.length()) + note;
    }
}
