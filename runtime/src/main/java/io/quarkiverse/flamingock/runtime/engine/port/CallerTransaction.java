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

    /** What a thread had before code of a change was called on it. */
    interface Kept {

        /**
         * Ends what the code has left on this thread, and gives back what was there before, unless that has ended.
         *
         * @return what the code has left, and what became of it, as the end of a sentence whose subject is the code; null
         *         where there is nothing to tell
         */
        String restore();
    }

    /** Where there is none. */
    Suspended NOTHING = new Suspended() {
        @Override
        public void close() {
            // there is nothing to give back
        }
    };

    /** Of a thread that can have none. */
    Kept UNTOUCHED = new Kept() {
        @Override
        public String restore() {
            return null;
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

    /**
     * Called before code of a change, of which the engine is the caller.
     *
     * @return to be restored on the same thread
     */
    default Kept keep() {
        return UNTOUCHED;
    }
}
