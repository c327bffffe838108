package io.quarkiverse.flamingock.runtime.start;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.runtime.engine.text.ErrorText;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.PreventFurtherStepsException;

/**
 * How a start ends that Flamingock stops: with its message, which says what to do, instead of some dozens of lines of stack.
 * Quarkus prints no stack of a {@link PreventFurtherStepsException} at the root of an error.
 */
final class FailedStart {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.flamingock");
    private static final String LAST_WORDS = "The application was not started: Flamingock has stopped it. The log says why, and"
            + " what to do.";

    private FailedStart() {
    }

    /**
     * @param error why the start is stopped; secrets were removed from it
     * @return what to throw. In tests and in dev mode the error itself, which they show in their own way
     */
    static RuntimeException of(FlamingockException error) {
        if (LaunchMode.current() != LaunchMode.NORMAL || isSaid(error)) {
            return error;
        }
        LOG.error(ErrorText.withSuppressed(error));
        LOG.debug("The start was stopped here", error);
        FlamingockException end = new FlamingockException(error.getMessage(), new PreventFurtherStepsException(LAST_WORDS, 1));
        // for an exit handler of the application
        end.addSuppressed(error);
        return end;
    }

    private static boolean isSaid(FlamingockException error) {
        return error.getCause() instanceof PreventFurtherStepsException;
    }
}
