package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.jandex.DotName;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedField;
import io.quarkiverse.flamingock.deployment.scan.ScannedMethod;
import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;
import io.quarkiverse.flamingock.deployment.targets.ChangeTargets;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkiverse.flamingock.deployment.targets.Qualifiers;
import io.quarkiverse.flamingock.deployment.targets.Source;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;

/**
 * That something supplies each parameter of a change. What a target system bean supplies is known only at start, where it is
 * checked before anything is applied.
 */
final class ParameterRules {

    private static final DotName CONFIG_PROPERTY = DotName.createSimple(ConfigProperty.class);

    private static final Set<DotName> OF_A_BEAN = Set.of(
            DotName.createSimple("jakarta.enterprise.inject.spi.InjectionPoint"),
            DotName.createSimple("jakarta.enterprise.inject.spi.Bean"), DotName.createSimple("io.quarkus.arc.InjectableBean"));

    private final ParameterSources sources;
    private final CdiQuestion cdi;

    ParameterRules(ParameterSources sources, CdiQuestion cdi) {
        this.sources = sources;
        this.cdi = cdi;
    }

    List<Problem> check(ScannedChange change, ChangeTargets targets) {
        List<Problem> problems = new ArrayList<>();
        if (change.constructor() != null && change.singleton() == null) {
            checkAll(change.className() + " constructor", change.constructor(), targets, problems);
        }
        for (ScannedField field : change.fields()) {
            check(change.className() + ", field '" + field.value().name() + "' of type " + field.value().type(),
                    field.value(), targets, problems);
        }
        for (ScannedMethod method : change.initializers()) {
            checkAll(change.className() + "#" + method.name(), method, targets, problems);
        }
        for (ScannedMethod method : change.methods()) {
            checkAll(change.className() + "#" + method.name(), method, targets, problems);
        }
        return problems;
    }

    private void checkAll(String method, ScannedMethod scanned, ChangeTargets targets, List<Problem> problems) {
        for (ScannedParameter parameter : scanned.parameters()) {
            check(method + ", parameter " + (parameter.position() + 1) + " '" + parameter.name() + "' of type "
                    + parameter.type(), parameter, targets, problems);
        }
    }

    private void check(String place, ScannedParameter parameter, ChangeTargets targets, List<Problem> problems) {
        if ("".equals(Qualifiers.name(parameter))) {
            problems.add(new Problem(place, "@Named on a parameter needs a name. Write @Named(\"" + parameter.name()
                    + "\"), or remove it."));
        } else if (isUnnamedProperty(parameter)) {
            problems.add(new Problem(place, "@ConfigProperty on a parameter needs a name. Write"
                    + " @ConfigProperty(name = \"…\")."));
        } else if (ParameterSources.hasTypeVariable(parameter.type())) {
            problems.add(new Problem(place, "the type is generic, and what it stands for isn't known here. Override the"
                    + " method in the change with the real type."));
        } else if (OF_A_BEAN.contains(parameter.type().name())) {
            problems.add(new Problem(place, "it tells of the bean that it is injected into, and a change is no bean."
                    + " Remove it; ChangeContext tells of the change."));
        } else if (sources.of(parameter, targets) == Source.CDI) {
            checkCdi(place, parameter, targets, problems);
        }
    }

    /** Its name would be that of the parameter, which is in the class file only with some compiler options. */
    private static boolean isUnnamedProperty(ScannedParameter parameter) {
        return parameter.annotations().stream()
                .anyMatch(annotation -> annotation.name().equals(CONFIG_PROPERTY) && annotation.value("name") == null);
    }

    private void checkCdi(String place, ScannedParameter parameter, ChangeTargets targets, List<Problem> problems) {
        CdiAnswer answer = cdi.ask(parameter);
        if (answer.missing()) {
            problems.add(new Problem(place, "nothing supplies it. " + near(answer) + supplied(parameter, targets)
                    + "Make it a CDI bean: annotate its class @ApplicationScoped, or write a @Produces method"
                    + (parameter.annotations().isEmpty() ? "." : ", with the same qualifiers as the parameter.")));
        }
        if (answer.ambiguous()) {
            problems.add(new Problem(place, answer.beans().size() + " beans match it: " + String.join("; ", answer.beans())
                    + ". Tell them apart with a qualifier on the bean and on the parameter."));
        }
    }

    private static String near(CdiAnswer answer) {
        return answer.nearMisses().isEmpty() ? ""
                : "What comes near has other qualifiers or type arguments: " + Places.some(answer.nearMisses()) + ". ";
    }

    private String supplied(ScannedParameter parameter, ChangeTargets targets) {
        StringBuilder supplied = new StringBuilder();
        targets.all().forEach(target -> supplied.append(supplied(parameter, target)));
        return supplied.toString();
    }

    private String supplied(ScannedParameter parameter, TargetDescriptor target) {
        return switch (target.kind()) {
            case TargetDescriptor.Kind.JDBC ->
                "Target system '" + target.id() + "' supplies an unqualified java.sql.Connection or"
                        + " javax.sql.DataSource. ";
            case TargetDescriptor.Kind.MONGODB ->
                "Target system '" + target.id() + "' supplies an unqualified com.mongodb.client.MongoClient,"
                        + " MongoDatabase or ClientSession. ";
            case TargetDescriptor.Kind.NON_TRANSACTIONAL -> ParameterSources.isMongoResource(parameter.type().name())
                    ? "Target system '" + target.id() + "' is no MongoDB client; name a target system that is one. "
                    : ParameterSources.isJdbcResource(parameter.type().name())
                            ? "Target system '" + target.id() + "' is no datasource; name a target system that is one. "
                            : "Add it to target system '" + target.id() + "', after making that a bean: a @Produces method that"
                                    + " returns NonTransactionalTargetSystem. ";
            default -> supplied(target);
        };
    }

    private String supplied(TargetDescriptor target) {
        List<String> types = sources.supplied(target.kind());
        return types.isEmpty() ? ""
                : "Target system '" + target.id() + "' supplies an unqualified " + String.join(" or ", types) + ". ";
    }
}
