package io.quarkiverse.flamingock.runtime.engine.text;

import java.util.List;
import java.util.function.Supplier;

import io.quarkiverse.flamingock.runtime.redact.Redaction;
import io.quarkiverse.flamingock.spi.AuditField;
import io.quarkiverse.flamingock.spi.Redactor;

/**
 * Turns an error into the text that is stored and shown: the causes with the places they come from, secrets removed, then cut.
 */
public final class ErrorText {

    /** How many characters are kept; audit stores have room for this much. */
    static final int LIMIT = AuditField.ERROR.length();

    private static final int FRAMES = 3;
    private static final int CAUSES = 8;

    private final Supplier<List<Redactor>> redactors;

    /**
     * @param redactors those of the application, asked for when there is an error
     */
    public ErrorText(Supplier<List<Redactor>> redactors) {
        this.redactors = redactors;
    }

    /**
     * @param error an error, may be null
     * @param source the class or file of the change that met it
     * @return the error with its causes and where they come from, and the line of the change; null where there is none
     */
    public String of(Throwable error, String source) {
        if (error == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        StackTraceElement shown = null;
        Throwable current = error;
        for (int i = 0; current != null && i < CAUSES; i++) {
            text.append(i == 0 ? "" : "\nCaused by: ").append(shorten(line(current), LIMIT / 2));
            StackTraceElement[] frames = current.getStackTrace();
            for (int f = 0; f < Math.min(FRAMES, frames.length); f++) {
                text.append("\n\tat ").append(frames[f]);
            }
            int own = own(frames, source);
            if (own >= FRAMES && !frames[own].equals(shown)) {
                text.append(own > FRAMES ? "\n\t…" : "").append("\n\tat ").append(frames[own]);
            }
            shown = own < 0 ? shown : frames[own];
            current = current.getCause() == current ? null : current.getCause();
        }
        return shorten(text.toString(), LIMIT);
    }

    /**
     * For a log that shows no stack: an error of the audit store must not hide the one of the change.
     *
     * @param error an error of which secrets were removed
     * @return its message, and what it carries beside
     */
    public static String withSuppressed(Throwable error) {
        StringBuilder text = new StringBuilder(String.valueOf(error.getMessage()));
        for (Throwable suppressed : error.getSuppressed()) {
            text.append("\nBeside that: ").append(suppressed);
            Throwable cause = suppressed.getCause();
            for (int i = 0; cause != null && i < CAUSES; i++) {
                text.append("\nCaused by: ").append(cause);
                cause = cause.getCause();
            }
        }
        return text.toString();
    }

    /**
     * @param error an error
     * @return the error in one line
     */
    public String brief(Throwable error) {
        return shorten(line(error), LIMIT);
    }

    /** Which frame is the change's own code; below zero where none is. */
    private static int own(StackTraceElement[] frames, String source) {
        for (int f = 0; f < frames.length; f++) {
            String name = frames[f].getClassName();
            if (name.startsWith(source) && (name.length() == source.length() || name.charAt(source.length()) == '$')) {
                return f;
            }
        }
        return -1;
    }

    /**
     * @param rollbackError why the rollback failed, may be null
     * @param changeError why the change had failed before, may be null
     * @param source the class or file of the change
     * @return both
     */
    public String both(Throwable rollbackError, Throwable changeError, String source) {
        String rollback = of(rollbackError, source);
        String change = of(changeError, source);
        int half = LIMIT / 2 - 40;
        return "The rollback failed: " + shorten(rollback, half) + "\nafter the change had failed: " + shorten(change, half);
    }

    /**
     * @param error an error, may be null
     * @return its copy without secrets, to be a cause; null where there is none
     */
    public ReportedError reported(Throwable error) {
        return ReportedError.of(error, this);
    }

    /**
     * @param text any text, may be null
     * @return the text without what is secret; whole
     */
    public String redacted(String text) {
        String redacted = Redaction.of(text);
        if (redacted == null) {
            return null;
        }
        String asked = "the application's redactors";
        try {
            for (Redactor redactor : redactors.get()) {
                asked = "redactor " + redactor.getClass().getName();
                redacted = redactor.redact(redacted);
                if (redacted == null) {
                    return withheld(asked, "returned null");
                }
            }
            return redacted;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            return withheld(asked, "threw " + e.getClass().getName());
        }
    }

    private static String withheld(String asked, String what) {
        return "(text withheld: " + asked + " " + what + ")";
    }

    private String line(Throwable error) {
        String message = redacted(error.getMessage());
        return error.getClass().getName() + (message == null ? "" : ": " + message);
    }

    private static String shorten(String text, int limit) {
        if (text == null || text.length() <= limit) {
            return text;
        }
        String note = "… (" + text.length() + " characters)";
        return text.substring(0, limit - note.length()) + note;
    }
}
