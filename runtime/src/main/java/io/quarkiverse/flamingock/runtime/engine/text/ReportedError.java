package io.quarkiverse.flamingock.runtime.engine.text;

/**
 * A copy of an error with the secrets removed from its messages, so that it can be a cause that is logged.
 */
public final class ReportedError extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int CAUSES = 8;

    private final String text;

    private ReportedError(String text, Throwable cause) {
        super(text, cause, false, true);
        this.text = text;
    }

    /**
     * @param error an error, may be null
     * @return its copy; null where there is none
     */
    public static ReportedError of(Throwable error) {
        return of(error, CAUSES);
    }

    private static ReportedError of(Throwable error, int causes) {
        if (error == null || causes == 0) {
            return null;
        }
        ReportedError copy = new ReportedError(ErrorText.brief(error),
                error.getCause() == error ? null : of(error.getCause(), causes - 1));
        copy.setStackTrace(error.getStackTrace());
        return copy;
    }

    @Override
    public String toString() {
        return text;
    }
}
