package io.quarkiverse.flamingock.runtime.engine.text;

/**
 * A copy of an error with the secrets removed from its messages, so that it can be a cause that is logged.
 */
public final class ReportedError extends Exception {

    private static final long serialVersionUID = 1L;
    /** Of causes, each within the one before, and of what was suppressed beside them. */
    private static final int DEEPEST = 8;
    private static final int SUPPRESSED = 3;

    private final String text;

    private ReportedError(String text, Throwable cause) {
        super(text, cause, true, true);
        this.text = text;
    }

    /**
     * @param error an error, may be null
     * @param texts removes secrets
     * @return its copy; null where there is none
     */
    static ReportedError of(Throwable error, ErrorText texts) {
        return of(error, texts, DEEPEST);
    }

    private static ReportedError of(Throwable error, ErrorText texts, int deep) {
        if (error == null || deep == 0) {
            return null;
        }
        if (error instanceof ReportedError reported) {
            return reported;
        }
        ReportedError copy = new ReportedError(texts.brief(error),
                error.getCause() == error ? null : of(error.getCause(), texts, deep - 1));
        copy.setStackTrace(error.getStackTrace());
        suppressed(error, copy, texts, deep / 2);
        return copy;
    }

    static void suppressed(Throwable error, Throwable copy, ErrorText texts) {
        suppressed(error, copy, texts, DEEPEST / 2);
    }

    private static void suppressed(Throwable error, Throwable copy, ErrorText texts, int deep) {
        Throwable[] suppressed = error.getSuppressed();
        for (int i = 0; i < Math.min(SUPPRESSED, suppressed.length); i++) {
            ReportedError reported = suppressed[i] == error ? null : of(suppressed[i], texts, deep);
            if (reported != null) {
                copy.addSuppressed(reported);
            }
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
