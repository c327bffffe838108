package io.quarkiverse.flamingock.deployment;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationTransformation;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedMethod;
import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;
import io.quarkiverse.flamingock.deployment.targets.Qualifiers;
import io.quarkiverse.flamingock.runtime.injection.SuppliedCreator;
import io.quarkiverse.flamingock.runtime.pipeline.Argument.Source;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkus.arc.deployment.AnnotationsTransformerBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.arc.processor.BuiltinScope;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;

/**
 * Lets CDI, which calls the constructors of changes, ask the running execution for the parameters that CDI has no beans for.
 */
class SuppliedParametersProcessor {

    @BuildStep
    void constructors(ScannedChangesBuildItem scanned, TargetsBuildItem targets, CombinedIndexBuildItem index,
            BuildProducer<AnnotationsTransformerBuildItem> transformers, BuildProducer<SyntheticBeanBuildItem> beans) {
        Map<String, Map<Integer, SuppliedParameter>> constructors = new HashMap<>();
        Map<String, SuppliedParameter> distinct = new TreeMap<>();
        for (ScannedChange change : scanned.getChanges()) {
            Map<Integer, SuppliedParameter> supplied = supplied(change, targets);
            if (!supplied.isEmpty()) {
                constructors.put(key(change.constructor().info()), supplied);
                supplied.values().forEach(parameter -> distinct.put(parameter.key(), parameter));
            }
        }
        if (!constructors.isEmpty()) {
            transformers.produce(new AnnotationsTransformerBuildItem(qualify(constructors)));
            ClassFiles classes = ClassFiles.ofBuild(index.getIndex());
            distinct.values().forEach(parameter -> beans.produce(bean(parameter, classes)));
        }
    }

    private static Map<Integer, SuppliedParameter> supplied(ScannedChange change, TargetsBuildItem targets) {
        Map<Integer, SuppliedParameter> supplied = new HashMap<>();
        if (change.constructor() != null) {
            TargetDescriptor target = targets.targets().find(change.targetSystem());
            for (ScannedParameter parameter : change.constructor().parameters()) {
                Source source = targets.sources().ofConstructor(parameter, target);
                if (source != Source.CDI) {
                    supplied.put(parameter.position(), SuppliedParameter.of(parameter, source));
                }
            }
        }
        return supplied;
    }

    private static String key(MethodInfo constructor) {
        return constructor.declaringClass().name() + constructor.descriptor();
    }

    private static AnnotationTransformation qualify(Map<String, Map<Integer, SuppliedParameter>> constructors) {
        return AnnotationTransformation.forMethods()
                .whenMethod(method -> method.isConstructor() && constructors.containsKey(key(method)))
                .transform(context -> {
                    MethodInfo constructor = context.declaration().asMethod();
                    constructors.get(key(constructor)).forEach((position, parameter) -> {
                        context.remove(annotation -> annotation.name().equals(Qualifiers.NAMED)
                                && annotation.target().kind() == AnnotationTarget.Kind.METHOD_PARAMETER
                                && annotation.target().asMethodParameter().position() == position);
                        context.add(parameter.qualifier(constructor.parameters().get(position)));
                    });
                });
    }

    /** A default bean, so that it is left out where the application collects all its beans of the type. */
    private static SyntheticBeanBuildItem bean(SuppliedParameter parameter, ClassFiles classes) {
        ClassInfo type = classes.find(parameter.type().name());
        return SyntheticBeanBuildItem.create(parameter.type().name())
                .types(parameter.type())
                .providerType(parameter.type())
                .addQualifier(parameter.qualifier(null))
                .scope(BuiltinScope.DEPENDENT.getInfo())
                .unremovable()
                .defaultBean()
                .creator(SuppliedCreator.class)
                .param(SuppliedCreator.TYPE, type)
                .param(SuppliedCreator.NAME, parameter.name())
                .param(SuppliedCreator.OR_CDI, parameter.orCdi())
                .done();
    }

    /** What CDI is asked for at run time only is not seen by the removal of unused beans. */
    @BuildStep
    UnremovableBeanBuildItem lookedUp(ScannedChangesBuildItem scanned, TargetsBuildItem targets) {
        Set<DotName> types = new TreeSet<>();
        for (ScannedChange change : scanned.getChanges()) {
            TargetDescriptor target = targets.targets().find(change.targetSystem());
            if (change.constructor() != null) {
                addLookedUp(change.constructor(), target, targets, types);
            }
            change.methods().forEach(method -> addLookedUp(method, target, targets, types));
        }
        return UnremovableBeanBuildItem.beanTypes(types);
    }

    private static void addLookedUp(ScannedMethod method, TargetDescriptor target, TargetsBuildItem targets,
            Set<DotName> types) {
        for (ScannedParameter parameter : method.parameters()) {
            if (targets.sources().of(parameter, target) == Source.TARGET_OR_CDI) {
                types.add(parameter.type().name());
            }
        }
    }
}
