package io.quarkiverse.flamingock.runtime.engine.environment;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.quarkiverse.flamingock.runtime.engine.port.CallerTransaction;
import io.quarkiverse.flamingock.runtime.engine.port.CallerTransaction.Suspended;

/**
 * The door through which every call comes in: it leaves the transaction of its caller outside, and is turned away where it
 * comes from what another one is just running.
 */
public final class Calls {

    private final CallerTransaction transactions;
    /** Threads that a change starts see it, too, and may outlive the application: nothing of ours is left in it then. */
    private final InheritableThreadLocal<AtomicReference<Running>> running = new InheritableThreadLocal<>();
    private final AtomicInteger writers = new AtomicInteger();

    /**
     * @param transactions those of callers
     */
    public Calls(CallerTransaction transactions) {
        this.transactions = transactions;
    }

    /**
     * Of a call that only reads: a change may make it, too.
     *
     * @return to be closed at its end
     */
    public Suspended read() {
        return transactions.suspend();
    }

    /**
     * @param operation how it is called, for messages
     * @return to be closed at its end
     * @throws io.quarkiverse.flamingock.error.NestedCallException when it comes from what another call is running
     */
    public Suspended write(String operation) {
        Running other = running();
        if (other != null) {
            throw other.refuse(operation);
        }
        Suspended caller = transactions.suspend();
        AtomicReference<Running> here = new AtomicReference<>(new Running(operation));
        running.set(here);
        writers.incrementAndGet();
        return new Suspended() {
            @Override
            public void close() {
                writers.decrementAndGet();
                here.set(null);
                running.remove();
                caller.close();
            }
        };
    }

    /**
     * @return whether another thread of this process, too, is in a call that writes
     */
    public boolean others() {
        return writers.get() > 1;
    }

    /**
     * @return what runs code of changes in the call of this thread
     */
    public CodeCall code() {
        return new CodeCall(transactions, running, running.get());
    }

    private Running running() {
        AtomicReference<Running> here = running.get();
        return here == null ? null : here.get();
    }
}
