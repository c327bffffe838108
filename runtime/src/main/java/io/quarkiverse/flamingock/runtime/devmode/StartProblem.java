package io.quarkiverse.flamingock.runtime.devmode;

import jakarta.inject.Singleton;

/**
 * Why this start would have been stopped, were it not in dev mode.
 */
@Singleton
public class StartProblem {

    private volatile RuntimeException problem;

    /**
     * @return the problem, of which secrets were removed; null where there is none
     */
    public RuntimeException get() {
        return problem;
    }

    void set(RuntimeException error) {
        problem = error;
    }
}
