package io.quarkiverse.flamingock.test.servers.mongodb;

/**
 * What a server is able to do.
 *
 * @param replicaSet whether it is a replica set with one member, and so has transactions
 * @param knowsNow whether it knows the variable {@code $$NOW}
 * @param wireVersion by which drivers know its version
 */
record Edition(boolean replicaSet, boolean knowsNow, int wireVersion) {

    /** MongoDB 4.2, of which the answers were recorded. */
    static final int RECORDED = 8;
    /** A server between 4.4 and 5.0, of which some answers were seen. */
    static final int LATER = 10;

    /** Since MongoDB 4.4. */
    boolean createsInTransactions() {
        return wireVersion > RECORDED;
    }

    String version() {
        return createsInTransactions() ? "4.5.0" : "4.2.0";
    }
}
