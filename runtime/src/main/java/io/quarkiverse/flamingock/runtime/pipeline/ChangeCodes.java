package io.quarkiverse.flamingock.runtime.pipeline;

/**
 * Finds the code of changes without loading it before. Implemented by generated classes.
 */
@FunctionalInterface
public interface ChangeCodes {

    /**
     * @param index the position of a change in the pipeline
     * @return its code
     */
    ChangeCode code(int index);
}
