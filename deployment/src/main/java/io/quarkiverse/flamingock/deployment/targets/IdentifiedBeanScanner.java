package io.quarkiverse.flamingock.deployment.targets;

import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.smallrye.common.annotation.Identifier;

/**
 * Finds the classes, producer methods and producer fields of beans of a type that have an identifier, before CDI knows its
 * beans.
 */
public final class IdentifiedBeanScanner {

    /** The qualifier that carries the identifier. */
    public static final DotName IDENTIFIER = DotName.createSimple(Identifier.class);

    private static final DotName PRODUCES = DotName.createSimple("jakarta.enterprise.inject.Produces");

    private final IndexView index;
    private final ClassFiles classes;

    /**
     * @param index the classes of the application
     * @param classes where to find their supertypes
     */
    public IdentifiedBeanScanner(IndexView index, ClassFiles classes) {
        this.index = index;
        this.classes = classes;
    }

    /**
     * @param type a type
     * @return what is annotated {@code @Identifier} and makes one of that type
     */
    public List<IdentifiedBean> scan(Class<?> type) {
        DotName wanted = DotName.createSimple(type);
        List<IdentifiedBean> beans = new ArrayList<>();
        for (AnnotationInstance identifier : index.getAnnotations(IDENTIFIER)) {
            Type made = made(identifier.target());
            if (made != null && identifier.value() != null && isA(wanted, made.name())) {
                beans.add(new IdentifiedBean(identifier.value().asString(), place(identifier.target()),
                        InjectedDatasources.of(identifier.target())));
            }
        }
        return beans;
    }

    private static Type made(AnnotationTarget annotated) {
        return switch (annotated.kind()) {
            case CLASS -> Type.create(annotated.asClass().name(), Type.Kind.CLASS);
            case METHOD -> annotated.hasDeclaredAnnotation(PRODUCES) ? annotated.asMethod().returnType() : null;
            case FIELD -> annotated.hasDeclaredAnnotation(PRODUCES) ? annotated.asField().type() : null;
            default -> null;
        };
    }

    /**
     * @param annotated a class, method or field
     * @return its name for messages; the same for the same target
     */
    public static String place(AnnotationTarget annotated) {
        return switch (annotated.kind()) {
            case METHOD -> annotated.asMethod().declaringClass().name() + "#" + annotated.asMethod().name();
            case FIELD -> annotated.asField().declaringClass().name() + "#" + annotated.asField().name();
            default -> annotated.asClass().name().toString();
        };
    }

    private boolean isA(DotName wanted, DotName name) {
        if (name == null || name.equals(DotName.OBJECT_NAME)) {
            return false;
        }
        if (name.equals(wanted)) {
            return true;
        }
        ClassInfo type = classes.find(name);
        if (type == null) {
            return false;
        }
        return isA(wanted, type.superName()) || type.interfaceNames().stream().anyMatch(parent -> isA(wanted, parent));
    }
}
