package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Type;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;

/**
 * That a change is plain code: what only CDI would see on a bean would be ignored in silence.
 */
final class ComponentRules {

    private final ComponentAnnotations annotations;
    private final ParameterSources sources;

    ComponentRules(ComponentAnnotations annotations, ParameterSources sources) {
        this.annotations = annotations;
        this.sources = sources;
    }

    List<Problem> check(ScannedChange change) {
        List<Problem> problems = new ArrayList<>();
        for (ClassInfo type = change.info(); type != null; type = superclass(type)) {
            for (AnnotationInstance annotation : sorted(type)) {
                String meaning = annotations.meaning(annotation.name());
                if (meaning != null) {
                    problems.add(new Problem(change.className() + place(annotation.target()), "@"
                            + annotation.name().withoutPackagePrefix() + " makes " + meaning
                            + " of a CDI bean, and a change is none: it is made and called by the extension alone. Remove it,"
                            + " or move it to a bean that the change is given."));
                }
            }
        }
        return problems;
    }

    /** An index keeps them in any order. */
    private static List<AnnotationInstance> sorted(ClassInfo type) {
        return type.annotations().stream().filter(annotation -> annotation.target().kind() != AnnotationTarget.Kind.TYPE)
                .sorted(Comparator.comparing((AnnotationInstance annotation) -> place(annotation.target()))
                        .thenComparing(annotation -> annotation.name().toString()))
                .toList();
    }

    private ClassInfo superclass(ClassInfo type) {
        Type parent = type.superClassType();
        return parent == null ? null : sources.find(parent);
    }

    private static String place(AnnotationTarget target) {
        return switch (target.kind()) {
            case METHOD -> "#" + target.asMethod().name();
            case METHOD_PARAMETER -> "#" + target.asMethodParameter().method().name();
            case FIELD -> ", field '" + target.asField().name() + "'";
            default -> "";
        };
    }
}
