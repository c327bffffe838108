package io.quarkiverse.flamingock.spi;

/**
 * The code of a change, ready to be called.
 */
@FunctionalInterface
public interface Work {

    /**
     * @param supply what the target system offers to the code: resources of the running transaction, and the dependencies
     *        and properties that were added to the target system
     * @throws Exception whatever the code throws
     */
    void run(Supply supply) throws Exception;
}
