package io.quarkiverse.flamingock.runtime.pipeline;

/**
 * What a start needs to know of the changes, and the way to all the rest. Implemented by the class that the build generates:
 * a start with nothing pending loads that class and no other, however many changes there are.
 */
public interface PipelineSource {

    /**
     * @return a hash over ids, orders, target systems and checksums of all changes, in execution order
     */
    String fingerprint();

    /**
     * @return how many changes there are
     */
    int size();

    /**
     * @return where to record; null only where there are no changes
     */
    StoreDescriptor auditStore();

    /**
     * @return all changes
     */
    Pipeline load();
}
