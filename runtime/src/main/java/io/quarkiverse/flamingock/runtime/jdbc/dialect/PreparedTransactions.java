package io.quarkiverse.flamingock.runtime.jdbc.dialect;

/**
 * How a database tells of transactions that were prepared in two phases and have not ended, and how a person ends them: they
 * outlive their session.
 */
public interface PreparedTransactions {

    /**
     * A query whose column {@code data} has their ids as the statements that end them want them: where the database
     * {@linkplain Dialect#tellsHolderOfLockedRow tells who has locked a row}, of the one that has locked the fence whose name
     * is
     * the only parameter; else of all.
     *
     * @param fence the table of fences
     * @return the query; null where there is none
     */
    default String findPrepared(String fence) {
        return null;
    }

    /**
     * @param id the id of a prepared transaction
     * @return the statement that commits it
     */
    default String commitPrepared(String id) {
        return null;
    }

    /**
     * @param id the id of a prepared transaction
     * @return the statement that rolls it back
     */
    default String rollBackPrepared(String id) {
        return null;
    }
}
