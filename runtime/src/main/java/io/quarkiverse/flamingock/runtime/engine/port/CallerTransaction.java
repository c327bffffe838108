package io.quarkiverse.flamingock.runtime.engine.port;

/**
 * The transaction that a caller of the engine may have on its thread. Nothing of the engine may take part in it: it is the
 * caller's to commit or to roll back, long after the engine has recorded what it did.
 */
@FunctionalInterface
public interface CallerTransaction {

    /** Gives the transaction back. */
    interface Suspended extends AutoCloseable {

        /** As it was, even where it is marked for rollback or has timed out meanwhile. */
        @Override
        void close();
    }

    /** Where there is none. */
    Suspended NOTHING = new Suspended() {
        @Override
        public void close() {
            // there is nothing to give back
        }
    };

    /** Of a process without transactions that belong to threads. */
    CallerTransaction NONE = new CallerTransaction() {
        @Override
        public Suspended suspend() {
            return NOTHING;
        }
    };

    /**
     * Takes the transaction off this thread.
     *
     * @return to be closed on the same thread
     */
    Suspended suspend();
}
