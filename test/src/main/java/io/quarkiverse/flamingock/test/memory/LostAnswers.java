package io.quarkiverse.flamingock.test.memory;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;

/**
 * Answers that a test has ordered to be lost, after what was asked for was done.
 */
final class LostAnswers {

    private final String whose;
    private int left;

    LostAnswers(String whose) {
        this.whose = whose;
    }

    void order(int count) {
        left = count;
    }

    void loseIfOrdered() {
        if (left > 0) {
            left--;
            throw new AuditStoreUnavailableException("The answer of " + whose + " in memory was lost, as the test ordered");
        }
    }
}
