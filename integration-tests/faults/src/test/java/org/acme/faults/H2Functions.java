package org.acme.faults;

import java.util.concurrent.TimeUnit;

/**
 * Functions that SQL of H2 calls in the JVM of its server.
 */
public final class H2Functions {

    private H2Functions() {
    }

    /**
     * @param seconds how long
     * @return 0
     * @throws InterruptedException when the statement is ended
     */
    public static int pause(int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(seconds);
        return 0;
    }
}
