package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waits in a proxy for a statement, and disturbs the connection on which it is sent.
 */
final class Trap {

    /** What becomes of the connection. */
    enum Effect {
        /** The statement reaches the server; its answer does not come back, nor does anything after it. */
        LOSE_ANSWER,
        /** The statement reaches the server; when the answer comes, the connection is reset instead. */
        CUT_AT_ANSWER,
        /** The statement does not reach the server, which waits for ever. */
        WITHHOLD,
        /** The client is cut off at once; the statement reaches the server when the client has gone on. */
        ARRIVES_LATE
    }

    private final byte[] wanted;
    private final AtomicInteger left;
    private final Effect effect;
    private final CountDownLatch sprung = new CountDownLatch(1);

    /**
     * @param wanted part of a statement
     * @param time 1 for the first statement that holds it
     */
    Trap(String wanted, int time, Effect effect) {
        this.wanted = wanted.getBytes(StandardCharsets.ISO_8859_1);
        this.left = new AtomicInteger(time);
        this.effect = effect;
    }

    Effect effect() {
        return effect;
    }

    void await() throws InterruptedException {
        assertThat(sprung.await(60, TimeUnit.SECONDS))
                .as("the statement '%s' was sent", new String(wanted, StandardCharsets.ISO_8859_1))
                .isTrue();
    }

    /** Whether these bytes hold the statement; true once. */
    boolean catches(byte[] buffer, int length) {
        for (int i = 0; i + wanted.length <= length; i++) {
            int j = 0;
            while (j < wanted.length && buffer[i + j] == wanted[j]) {
                j++;
            }
            if (j == wanted.length && left.decrementAndGet() == 0) {
                return true;
            }
        }
        return false;
    }

    void spring() {
        sprung.countDown();
    }
}
