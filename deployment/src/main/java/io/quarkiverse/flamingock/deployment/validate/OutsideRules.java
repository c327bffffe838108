package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedMethod;
import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkiverse.flamingock.deployment.targets.Source;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;

/**
 * What can be seen of writes that a transactional change of MongoDB does outside of its transaction: beans with a client or a
 * collection of their own know nothing of the change's session, unless they are given it.
 */
final class OutsideRules {

    private static final DotName SESSION = DotName.createSimple("com.mongodb.client.ClientSession");
    private static final Set<DotName> DRIVER = Set.of(DotName.createSimple("com.mongodb.client.MongoClient"),
            DotName.createSimple("com.mongodb.client.MongoDatabase"),
            DotName.createSimple("com.mongodb.client.MongoCollection"));

    private final ParameterSources sources;

    OutsideRules(ParameterSources sources) {
        this.sources = sources;
    }

    List<Problem> check(ScannedChange change, TargetDescriptor target) {
        List<Problem> problems = new ArrayList<>();
        if (target != null && TargetDescriptor.Kind.MONGODB.equals(target.kind()) && change.transactional()) {
            for (ScannedMethod method : change.applyMethods()) {
                check(change, method, target, problems);
            }
        }
        return problems;
    }

    private void check(ScannedChange change, ScannedMethod method, TargetDescriptor target, List<Problem> problems) {
        if (method.parameters().stream().anyMatch(parameter -> parameter.type().name().equals(SESSION))) {
            return;
        }
        for (ScannedParameter parameter : method.parameters()) {
            DotName own = sources.of(parameter, target) == Source.CDI ? own(sources.find(parameter.type())) : null;
            if (own != null) {
                problems.add(new Problem(change.className() + "#" + method.name(), "it is given " + parameter.type().name()
                        + ", which has a " + own + " of its own: what that writes is outside of the transaction of the change,"
                        + " and stays when the change fails. Let the method ask for a " + SESSION + " and pass it on to"
                        + " the driver, or declare the change with transactional = false."));
            }
        }
    }

    /** What of the driver a bean holds; null where none can be seen. */
    private DotName own(ClassInfo type) {
        if (type == null) {
            return null;
        }
        for (FieldInfo field : type.fields()) {
            if (DRIVER.contains(field.type().name())) {
                return field.type().name();
            }
        }
        for (MethodInfo constructor : type.constructors()) {
            for (Type parameter : constructor.parameterTypes()) {
                if (DRIVER.contains(parameter.name())) {
                    return parameter.name();
                }
            }
        }
        return type.superClassType() == null ? null : own(sources.find(type.superClassType()));
    }
}
