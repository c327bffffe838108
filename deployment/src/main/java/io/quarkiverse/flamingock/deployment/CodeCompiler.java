package io.quarkiverse.flamingock.deployment;

import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.Type;
import org.jboss.jandex.gizmo2.Jandex2Gizmo;

import io.quarkiverse.flamingock.deployment.generate.CompiledArgument;
import io.quarkiverse.flamingock.deployment.generate.CompiledCode;
import io.quarkiverse.flamingock.deployment.generate.CompiledField;
import io.quarkiverse.flamingock.deployment.generate.CompiledMethod;
import io.quarkiverse.flamingock.deployment.generate.LookupCatalog;
import io.quarkiverse.flamingock.deployment.outside.OutsideAnalysis;
import io.quarkiverse.flamingock.deployment.outside.OutsideEffect;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedField;
import io.quarkiverse.flamingock.deployment.scan.ScannedMethod;
import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;
import io.quarkiverse.flamingock.deployment.targets.ChangeTargets;
import io.quarkiverse.flamingock.deployment.targets.ConfigParameter;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkiverse.flamingock.deployment.targets.Qualifiers;
import io.quarkiverse.flamingock.deployment.targets.Source;
import io.quarkiverse.flamingock.deployment.validate.CdiQuestion;
import io.quarkus.gizmo2.desc.FieldDesc;

/**
 * Decides who supplies each argument of a change, and how its members are reached.
 *
 * @param sources says who supplies a parameter
 * @param lookups where CDI is asked
 * @param cdi says whether CDI has a bean
 * @param outside sees what a change can do outside of its transaction
 */
record CodeCompiler(ParameterSources sources, LookupCatalog lookups, CdiQuestion cdi, OutsideAnalysis outside) {

    CompiledCode compile(ScannedChange change, ChangeTargets targets) {
        List<CompiledField> fields = new ArrayList<>();
        for (ScannedField field : change.fields()) {
            FieldDesc desc = FieldDesc.of(Jandex2Gizmo.classDescOf(field.info().declaringClass()), field.info().name(),
                    Jandex2Gizmo.classDescOf(field.info().type()));
            fields.add(new CompiledField(desc, argument(field.value(), targets,
                    "Field '" + field.info().name() + "' of " + change.className())));
        }
        List<CompiledMethod> initializers = new ArrayList<>();
        change.initializers().forEach(method -> initializers.add(method(change, method, targets)));
        String singleton = change.singleton();
        return new CompiledCode(Jandex2Gizmo.classDescOf(change.info()), singleton,
                singleton == null ? method(change, change.constructor(), targets) : null, fields, initializers,
                first(change, change.applyMethods(), targets), first(change, change.rollbackMethods(), targets),
                first(change, change.probeMethods(), targets), outside.of(change, targets).stream()
                        .filter(OutsideEffect::applies).map(OutsideEffect::text).toList());
    }

    private CompiledMethod first(ScannedChange change, List<ScannedMethod> methods, ChangeTargets targets) {
        return methods.isEmpty() ? null : method(change, methods.get(0), targets);
    }

    private CompiledMethod method(ScannedChange change, ScannedMethod method, ChangeTargets targets) {
        String place = change.className() + (method.info().isConstructor() ? " constructor" : "#" + method.name());
        List<CompiledArgument> arguments = new ArrayList<>();
        for (ScannedParameter parameter : method.parameters()) {
            arguments.add(argument(parameter, targets, "Parameter '" + parameter.name() + "' of " + place));
        }
        return new CompiledMethod(method.name(), Jandex2Gizmo.classDescOf(method.info().returnType()), arguments);
    }

    private CompiledArgument argument(ScannedParameter parameter, ChangeTargets targets, String place) {
        return new CompiledArgument(source(parameter, targets), Jandex2Gizmo.classDescOf(parameter.type()),
                Jandex2Gizmo.classDescOf(ParameterSources.boxed(parameter.type())), Qualifiers.name(parameter), place,
                lookups.find(parameter), ConfigParameter.of(parameter));
    }

    /** A target system tells values by their classes only: of a generic type, a bean that CDI has is surer. */
    private Source source(ScannedParameter parameter, ChangeTargets targets) {
        Source source = sources.of(parameter, targets);
        boolean generic = parameter.type().kind() == Type.Kind.PARAMETERIZED_TYPE;
        return source == Source.TARGET_OR_CDI && generic && cdi.ask(parameter).found() ? Source.CDI : source;
    }
}
