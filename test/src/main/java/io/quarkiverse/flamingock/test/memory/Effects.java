package io.quarkiverse.flamingock.test.memory;

/**
 * What an {@link InMemoryTargetSystem} supplies to changes.
 */
public interface Effects {

    /**
     * @param effect an effect that takes part in the transaction, if there is one
     */
    void add(String effect);

    /**
     * @param effect an effect that commits the transaction where the target system commits implicitly
     */
    void addDdl(String effect);
}
