package io.quarkiverse.flamingock.deployment.scan;

import org.jboss.jandex.DotName;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Execution;
import io.quarkiverse.flamingock.Probe;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.RollbackExecution;
import io.quarkiverse.flamingock.TargetSystem;

/**
 * The annotations that a change may carry, by name.
 */
public final class AnnotationNames {

    /** Makes a class a change. */
    public static final DotName CHANGE = DotName.createSimple(Change.class);
    /** Names a change's target system. */
    public static final DotName TARGET_SYSTEM = DotName.createSimple(TargetSystem.class);
    /** Has a constructor, field or method injected. */
    public static final DotName INJECT = DotName.createSimple("jakarta.inject.Inject");

    static final DotName PRODUCES = DotName.createSimple("jakarta.enterprise.inject.Produces");
    static final DotName RECOVERY = DotName.createSimple(Recovery.class);
    static final DotName APPLY = DotName.createSimple(Apply.class);
    static final DotName ROLLBACK = DotName.createSimple(Rollback.class);
    static final DotName PROBE = DotName.createSimple(Probe.class);
    @SuppressWarnings("deprecation")
    static final DotName EXECUTION = DotName.createSimple(Execution.class);
    @SuppressWarnings("deprecation")
    static final DotName ROLLBACK_EXECUTION = DotName.createSimple(RollbackExecution.class);

    private AnnotationNames() {
    }
}
