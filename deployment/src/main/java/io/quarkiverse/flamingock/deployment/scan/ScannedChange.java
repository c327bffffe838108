package io.quarkiverse.flamingock.deployment.scan;

import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.ClassInfo;

import io.quarkiverse.flamingock.RecoveryStrategy;

/**
 * A class annotated {@code @Change}, as it is written; nothing of it is checked yet.
 *
 * @param info the class
 * @param id the id; empty where it is missing
 * @param declaredOrder the order in the annotation; empty where it is missing
 * @param orderInName the order in the class name; null where the name has none
 * @param author who answers for it; empty where it is missing
 * @param description what it does; may be empty
 * @param transactional whether it is declared transactional
 * @param target what {@code @TargetSystem} says; null without the annotation
 * @param recovery its strategy
 * @param applyMethods the methods annotated {@code @Apply}
 * @param rollbackMethods the methods annotated {@code @Rollback}
 * @param probeMethods the methods annotated {@code @Probe}
 * @param constructor the constructor that CDI will call; null where there is none that it could choose
 */
public record ScannedChange(ClassInfo info, String id, String declaredOrder, String orderInName, String author,
        String description, boolean transactional, ScannedTarget target, RecoveryStrategy recovery,
        List<ScannedMethod> applyMethods, List<ScannedMethod> rollbackMethods,
        List<ScannedMethod> probeMethods, ScannedMethod constructor) {

    /**
     * @return every method that a run may call
     */
    public List<ScannedMethod> methods() {
        List<ScannedMethod> methods = new ArrayList<>(applyMethods);
        methods.addAll(rollbackMethods);
        methods.addAll(probeMethods);
        return methods;
    }

    /**
     * @return the name of the class
     */
    public String className() {
        return info.name().toString();
    }

    /**
     * @return the id in {@code @TargetSystem}; empty where it has none, or two; null without the annotation
     */
    public String targetSystem() {
        return target == null ? null : target.name();
    }

    /**
     * @return the position of the change, from the annotation or else from the class name; null where neither has it
     */
    public String order() {
        return declaredOrder.isEmpty() ? orderInName : declaredOrder;
    }
}
