package io.quarkiverse.flamingock.runtime.engine.port;

import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.LeaseLock;

/**
 * Opens what the build found of one technology. Opening sends nothing to a server.
 */
public interface Technology {

    /**
     * @param target a target system of the pipeline
     * @return it, or null if it is of another technology
     * @throws io.quarkiverse.flamingock.error.TargetSystemUnavailableException when its resource is inactive or missing
     */
    ChangeTarget target(TargetDescriptor target);

    /**
     * @param store the audit store of the pipeline
     * @return it, or null if it is of another technology
     * @throws io.quarkiverse.flamingock.error.AuditStoreUnavailableException when its resource is inactive or missing
     */
    AuditStore auditStore(StoreDescriptor store);

    /**
     * @param store the audit store of the pipeline
     * @return the lock that is kept beside it, or null if it is of another technology
     * @throws io.quarkiverse.flamingock.error.AuditStoreUnavailableException when its resource is inactive or missing
     */
    LeaseLock lock(StoreDescriptor store);
}
