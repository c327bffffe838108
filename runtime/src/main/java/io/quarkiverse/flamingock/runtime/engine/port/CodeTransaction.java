package io.quarkiverse.flamingock.runtime.engine.port;

import java.util.concurrent.Callable;

/**
 * Sees to it that one call of code leaves the transaction of its thread as it was. What it left open there would be joined by
 * whatever comes next on the thread: a rollback method, the audit, the next change, the application.
 */
public final class CodeTransaction {

    private final CallerTransaction.Kept before;
    private final String code;

    /**
     * @param before what the thread has now
     * @param code what is going to be called, as the subject of a sentence
     */
    public CodeTransaction(CallerTransaction.Kept before, String code) {
        this.before = before;
        this.code = code;
    }

    /**
     * @param call calls the code, or a part of it
     * @return what it returns
     * @throws IllegalStateException when it returned without an error and has left a transaction, which is gone then
     * @throws Exception whatever it throws
     */
    Object call(Callable<Object> call) throws Exception {
        Object result;
        try {
            result = call.call();
        } catch (Throwable t) {
            String left = before.restore();
            if (left != null) {
                t.addSuppressed(new IllegalStateException(sentence("", left)));
            }
            throw t;
        }
        check("");
        return result;
    }

    /**
     * @param part which part of the code has come to its end, as the beginning of a sentence
     * @throws IllegalStateException when it has left a transaction, which is gone then
     */
    void check(String part) {
        String left = before.restore();
        if (left != null) {
            throw new IllegalStateException(sentence(part, left));
        }
    }

    private String sentence(String part, String left) {
        String subject = part + code;
        return Character.toUpperCase(subject.charAt(0)) + subject.substring(1) + " " + left;
    }
}
