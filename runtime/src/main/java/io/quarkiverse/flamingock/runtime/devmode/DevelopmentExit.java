package io.quarkiverse.flamingock.runtime.devmode;

/**
 * Ends dev mode after a start that was asked for one thing: it would wait for another edit, and do the same again then.
 */
public final class DevelopmentExit {

    private DevelopmentExit() {
    }

    /**
     * Returns, for the end of the process waits until the start has ended, too.
     *
     * @param code the exit code
     */
    public static void after(int code) {
        new Thread(() -> System.exit(code), "flamingock-exit").start();
    }
}
