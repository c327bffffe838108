package io.quarkiverse.flamingock.runtime.start;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkiverse.flamingock.NonTransactionalTargetSystem;
import io.quarkiverse.flamingock.error.InactiveTargetSystemException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.engine.port.TargetSystems;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.ChangeTargetKind;
import io.quarkus.arc.InactiveBeanException;

/**
 * Opens each target system when it is first needed, so that one without pending changes is never touched.
 */
final class TargetRegistry implements TargetSystems {

    private final PipelineSource pipeline;
    private final Map<String, ChangeTarget> open = new ConcurrentHashMap<>();

    TargetRegistry(PipelineSource pipeline) {
        this.pipeline = pipeline;
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

    @Override
    public String whyInactive(String id) {
        try {
            get(id);
            return null;
        } catch (TargetSystemUnavailableException e) {
            // Anything else is told where it is needed.
            return e instanceof InactiveTargetSystemException ? e.getMessage() : null;
        }
    }

    private TargetDescriptor descriptor(String id) {
        for (TargetDescriptor target : pipeline.load().targets()) {
            if (target.id().equals(id)) {
                return target;
            }
        }
        throw new TargetSystemUnavailableException("Target system '" + id + "' is not part of this application");
    }

    private static ChangeTarget open(TargetDescriptor target) {
        return switch (target.kind()) {
            case TargetDescriptor.Kind.BEAN -> bean(target.id());
            case TargetDescriptor.Kind.NON_TRANSACTIONAL -> NonTransactionalTargetSystem.of(target.id());
            default -> ofKind(target);
        };
    }

    private static ChangeTarget bean(String id) {
        ChangeTarget target = find(id);
        if (target == null || !id.equals(target.id())) {
            throw new TargetSystemUnavailableException("The bean with @Identifier(\"" + id + "\") is target system '"
                    + (target == null ? null : target.id()) + "'; give both the same id");
        }
        for (ChangeTargetKind kind : IdentifiedBeans.all(ChangeTargetKind.class)) {
            target = kind.configured(target);
        }
        return target;
    }

    /** What makes the bean may need a datasource that is not active. */
    private static ChangeTarget find(String id) {
        try {
            return IdentifiedBeans.find(ChangeTarget.class, id);
        } catch (InactiveBeanException e) {
            throw new InactiveTargetSystemException("Target system " + id + " can't be used: " + e.getMessage(), e);
        }
    }

    private static ChangeTarget ofKind(TargetDescriptor target) {
        ChangeTargetKind kind = IdentifiedBeans.find(ChangeTargetKind.class, target.kind());
        if (kind == null) {
            throw new TargetSystemUnavailableException("Nothing in this application can open target system '" + target.id()
                    + "' of kind " + target.kind());
        }
        return kind.open(target.id(), target.resource());
    }
}
