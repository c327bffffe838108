package io.quarkiverse.flamingock.runtime.start;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkiverse.flamingock.NonTransactionalTargetSystem;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.engine.port.TargetSystems;
import io.quarkiverse.flamingock.runtime.engine.port.Technology;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableInstance;
import io.smallrye.common.annotation.Identifier;

/**
 * Opens each target system when it is first needed, so that one without pending changes is never touched.
 */
final class TargetRegistry implements TargetSystems {

    private final PipelineSource pipeline;
    private final Iterable<Technology> technologies;
    private final Map<String, ChangeTarget> open = new ConcurrentHashMap<>();

    TargetRegistry(PipelineSource pipeline, Iterable<Technology> technologies) {
        this.pipeline = pipeline;
        this.technologies = technologies;
    }

    @Override
    public ChangeTarget get(String id) {
        ChangeTarget target = open.get(id);
        if (target == null) {
            target = open(descriptor(id));
            open.put(id, target);
        }
        return target;
    }

    private TargetDescriptor descriptor(String id) {
        for (TargetDescriptor target : pipeline.load().targets()) {
            if (target.id().equals(id)) {
                return target;
            }
        }
        throw new TargetSystemUnavailableException("Target system '" + id + "' is not part of this application");
    }

    private ChangeTarget open(TargetDescriptor target) {
        if (target.kind() == TargetDescriptor.Kind.BEAN) {
            return bean(target.id());
        }
        if (target.kind() == TargetDescriptor.Kind.NON_TRANSACTIONAL) {
            return NonTransactionalTargetSystem.of(target.id());
        }
        for (Technology technology : technologies) {
            ChangeTarget opened = technology.target(target);
            if (opened != null) {
                return opened;
            }
        }
        throw new TargetSystemUnavailableException("Nothing in this application can open target system '" + target.id()
                + "' of kind " + target.kind());
    }

    private static ChangeTarget bean(String id) {
        InjectableInstance<ChangeTarget> instance = Arc.container().select(ChangeTarget.class, Identifier.Literal.of(id));
        ChangeTarget target = instance.get();
        if (target == null || !id.equals(target.id())) {
            throw new TargetSystemUnavailableException("The bean with @Identifier(\"" + id + "\") is target system '"
                    + (target == null ? null : target.id()) + "'; give both the same id");
        }
        return target;
    }
}
