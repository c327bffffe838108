package io.quarkiverse.flamingock.test.contract;

/**
 * Errors of changes, thrown as the code of a change may throw them.
 */
final class Errors {

    private Errors() {
    }

    /**
     * @param error what to throw
     * @return never
     */
    static Exception thrown(Throwable error) throws Exception {
        if (error instanceof Exception e) {
            throw e;
        }
        throw (Error) error;
    }
}
