package io.quarkiverse.flamingock.deployment;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import io.quarkiverse.flamingock.deployment.generate.ArgumentsGenerator;
import io.quarkiverse.flamingock.deployment.generate.ChangeChecksum;
import io.quarkiverse.flamingock.deployment.generate.CompiledArgument;
import io.quarkiverse.flamingock.deployment.generate.CompiledChange;
import io.quarkiverse.flamingock.deployment.generate.CompiledMethod;
import io.quarkiverse.flamingock.deployment.generate.CompiledPipeline;
import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedMethod;
import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;
import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkiverse.flamingock.deployment.targets.Qualifiers;
import io.quarkiverse.flamingock.deployment.validate.Application;
import io.quarkiverse.flamingock.runtime.pipeline.Argument.Source;
import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkus.arc.deployment.InvokerFactoryBuildItem;
import io.quarkus.arc.processor.InvokerInfo;

/**
 * Turns valid changes into what is generated: decides who supplies each argument, and has ArC make the invokers.
 */
final class PipelineCompiler {

    private final Application application;
    private final ParameterSources sources;
    private final ArcLookup arc;
    private final InvokerFactoryBuildItem invokers;
    private final ChangeChecksum checksum;

    PipelineCompiler(Application application, ParameterSources sources, ArcLookup arc, InvokerFactoryBuildItem invokers,
            IndexView index) {
        this.application = application;
        this.sources = sources;
        this.arc = arc;
        this.invokers = invokers;
        this.checksum = new ChangeChecksum(ClassFiles.ofBuild(index),
                index.getKnownClasses().stream().map(type -> type.name().toString()).toList(),
                application.changes().stream().map(ScannedChange::className).toList());
    }

    CompiledPipeline compile() {
        List<CompiledChange> changes = new ArrayList<>();
        List<TargetDescriptor> targets = new ArrayList<>();
        for (ScannedChange change : application.changes()) {
            TargetDescriptor target = application.targets().find(change.targetSystem());
            targets.add(target);
            changes.add(compile(change, target));
        }
        return new CompiledPipeline(changes, targets, auditStore());
    }

    private StoreDescriptor auditStore() {
        DataStore store = application.auditStore().resolve(application.targets());
        return new StoreDescriptor(store.kind() == TargetDescriptor.Kind.MONGODB ? StoreDescriptor.Kind.MONGODB
                : StoreDescriptor.Kind.JDBC, store.name());
    }

    private CompiledChange compile(ScannedChange change, TargetDescriptor target) {
        return new CompiledChange(change.id(), change.order(), change.author(), change.description(), change.className(),
                target.id(), change.transactional(), change.recovery(), checksum.of(change), constructor(change, target),
                first(change, change.applyMethods(), target), first(change, change.rollbackMethods(), target),
                first(change, change.probeMethods(), target));
    }

    private CompiledMethod first(ScannedChange change, List<ScannedMethod> methods, TargetDescriptor target) {
        return methods.isEmpty() ? null : compile(change, methods.get(0), target);
    }

    private List<CompiledArgument> constructor(ScannedChange change, TargetDescriptor target) {
        List<CompiledArgument> arguments = new ArrayList<>();
        if (change.constructor() != null) {
            for (ScannedParameter parameter : change.constructor().parameters()) {
                Source source = sources.ofConstructor(parameter, target);
                if (source != Source.CDI) {
                    arguments.add(argument(source, parameter));
                }
            }
        }
        return arguments;
    }

    private static CompiledArgument argument(Source source, ScannedParameter parameter) {
        return new CompiledArgument(source,
                source == Source.CDI ? null : ClassDesc.ofDescriptor(ParameterSources.boxed(parameter.type()).descriptor()),
                Qualifiers.name(parameter), parameter.name());
    }

    private CompiledMethod compile(ScannedChange change, ScannedMethod method, TargetDescriptor target) {
        InvokerInfo invoker = invokers.createInvoker(arc.bean(change), method.info()).withInstanceLookup().build();
        List<CompiledArgument> arguments = new ArrayList<>();
        for (ScannedParameter parameter : method.parameters()) {
            arguments.add(argument(source(parameter, target), parameter));
        }
        boolean lookups = arguments.stream().anyMatch(argument -> argument.source() == Source.CDI);
        return new CompiledMethod(change.className() + "#" + method.name(), invoker.getClassDesc(),
                lookups ? ArgumentsGenerator.name(change, method) : null, arguments);
    }

    /** A look-up at run time knows classes only; a bean of a generic type is found by generated code. */
    private Source source(ScannedParameter parameter, TargetDescriptor target) {
        Source source = sources.of(parameter, target);
        boolean generic = parameter.type().kind() == Type.Kind.PARAMETERIZED_TYPE;
        return source == Source.TARGET_OR_CDI && generic && arc.ask(parameter).found() ? Source.CDI : source;
    }
}
