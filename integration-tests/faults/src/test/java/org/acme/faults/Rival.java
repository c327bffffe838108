package org.acme.faults;

/**
 * Another application that adds to the counters of a world, by itself or in a transaction that does not give in.
 */
interface Rival extends AutoCloseable {

    /** Adds one. */
    void add(int counter);

    /** Begins a transaction that has added one and keeps others from doing so. */
    void hold(int counter);

    /** Adds one in the transaction, once the child that holds this counter and waits for the other has given in. */
    void meet(int counter);

    /** Ends the transaction. */
    void commit();

    @Override
    void close();
}
