package io.quarkiverse.flamingock.runtime.engine.text;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.EditedChangeException;
import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.error.InactiveTargetSystemException;
import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.error.NestedCallException;
import io.quarkiverse.flamingock.error.NothingToFixException;
import io.quarkiverse.flamingock.error.OutOfOrderChangeException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;

/**
 * The last look at an error before a caller gets it, who may log it: stores, locks and target systems throw what their drivers
 * told them. One without a secret goes out as it is; of another one a copy of its kind does.
 *
 * @param texts removes secrets
 */
public record OutgoingError(ErrorText texts) {

    /** Errors of the engine itself are made of texts that were looked at, and of guidance. */
    private static final String ENGINE = "io.quarkiverse.flamingock.runtime.engine.";
    private static final int DEEPEST = 50;

    /**
     * @param error what a call has met
     * @return what its caller is to get
     * @throws Error where that is an error of the virtual machine, or of no secrets
     */
    public RuntimeException of(Throwable error) {
        if (error instanceof VirtualMachineError fatal) {
            throw fatal;
        }
        if (!isClean(error, DEEPEST)) {
            return copy(error);
        }
        if (error instanceof Error clean) {
            throw clean;
        }
        return error instanceof RuntimeException clean ? clean : copy(error);
    }

    private boolean isClean(Throwable error, int deep) {
        if (error == null || error instanceof ReportedError) {
            return true;
        }
        if (deep == 0 || !isOwn(error) && !isClean(String.valueOf(error))) {
            return false;
        }
        for (Throwable suppressed : error.getSuppressed()) {
            if (!isClean(suppressed, deep / 2)) {
                return false;
            }
        }
        return isClean(error.getCause(), deep - 1);
    }

    private boolean isClean(String text) {
        return text.equals(texts.redacted(text));
    }

    private static boolean isOwn(Throwable error) {
        StackTraceElement[] frames = error.getStackTrace();
        return error instanceof FlamingockException && frames.length > 0 && frames[0].getClassName().startsWith(ENGINE);
    }

    private FlamingockException copy(Throwable error) {
        String message = isOwn(error) ? error.getMessage() : texts.redacted(error.getMessage());
        FlamingockException copy = copy(error, message, texts.reported(error.getCause()));
        copy.setStackTrace(error.getStackTrace());
        ReportedError.suppressed(error, copy, texts);
        return copy;
    }

    private static FlamingockException copy(Throwable error, String message, Throwable cause) {
        if (error instanceof AuditStoreUnavailableException unavailable) {
            return new AuditStoreUnavailableException(message, cause, unavailable.awaited());
        } else if (error instanceof InactiveTargetSystemException) {
            return new InactiveTargetSystemException(message, cause);
        } else if (error instanceof TargetSystemUnavailableException unavailable) {
            return new TargetSystemUnavailableException(message, cause, unavailable.awaited());
        } else if (error instanceof ChangeFailedException) {
            return new ChangeFailedException(message, cause);
        } else if (error instanceof UnresolvedIssueException) {
            return new UnresolvedIssueException(message, cause);
        } else if (error instanceof LockLostException) {
            return new LockLostException(message, cause);
        } else if (error instanceof EditedChangeException) {
            return new EditedChangeException(message, cause);
        } else if (error instanceof OutOfOrderChangeException) {
            return new OutOfOrderChangeException(message, cause);
        } else if (error instanceof NothingToFixException) {
            return new NothingToFixException(message, cause);
        } else if (error instanceof NestedCallException) {
            return new NestedCallException(message);
        }
        return new FlamingockException(error instanceof FlamingockException ? message
                : error.getClass().getName() + (message == null ? "" : ": " + message), cause);
    }
}
