package io.quarkiverse.flamingock.deployment.targets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.PrimitiveType;
import org.jboss.jandex.Type;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;

/**
 * Says who supplies a parameter: the engine, the target system, or CDI.
 */
public final class ParameterSources {

    private static final DotName CHANGE_CONTEXT = DotName.createSimple(ChangeContext.class);
    private static final DotName LOGGER = DotName.createSimple("org.jboss.logging.Logger");
    private static final DotName ALL = DotName.createSimple("io.quarkus.arc.All");
    private static final TargetKind JDBC = TargetKind.jdbc(List.of());
    private static final TargetKind MONGODB = TargetKind.mongodb(List.of());

    /** Of these only CDI can make sense: they stand for something that is looked up, or for the injection itself. */
    private static final Set<DotName> CDI_ONLY = Set.of(DotName.createSimple("jakarta.enterprise.inject.Instance"),
            DotName.createSimple("jakarta.inject.Provider"), DotName.createSimple("jakarta.enterprise.event.Event"),
            DotName.createSimple("jakarta.enterprise.inject.spi.InjectionPoint"),
            DotName.createSimple("jakarta.enterprise.inject.spi.BeanManager"),
            DotName.createSimple("jakarta.enterprise.inject.spi.BeanContainer"),
            DotName.createSimple("jakarta.enterprise.inject.spi.Bean"),
            DotName.createSimple("io.quarkus.arc.InjectableInstance"),
            DotName.createSimple("io.quarkus.arc.InjectableBean"));

    private final ClassFiles classes;
    private final Qualifiers qualifiers;
    private final Map<String, TargetKind> kinds = new HashMap<>();

    /**
     * @param classes where to find the types of parameters
     * @param qualifiers tells qualifiers from other annotations
     * @param kinds what target systems of other extensions supply
     */
    public ParameterSources(ClassFiles classes, Qualifiers qualifiers, List<TargetKind> kinds) {
        this.classes = classes;
        this.qualifiers = qualifiers;
        this.kinds.put(JDBC.name(), JDBC);
        this.kinds.put(MONGODB.name(), MONGODB);
        kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
    }

    /**
     * @param classes where to find the types of parameters
     * @param qualifiers tells qualifiers from other annotations
     */
    public ParameterSources(ClassFiles classes, Qualifiers qualifiers) {
        this(classes, qualifiers, List.of());
    }

    /**
     * @param parameter a parameter or field
     * @param target the only target system of its change; null where that is unknown
     * @return who supplies it
     */
    public Source of(ScannedParameter parameter, TargetDescriptor target) {
        return of(parameter, new ChangeTargets(target));
    }

    /**
     * @param parameter a parameter or field
     * @param targets the target systems of its change
     * @return who supplies it
     */
    public Source of(ScannedParameter parameter, ChangeTargets targets) {
        DotName type = parameter.type().name();
        if (type.equals(CHANGE_CONTEXT)) {
            return Source.CONTEXT;
        }
        if (ConfigParameter.of(parameter) != null) {
            return Source.CONFIGURATION;
        }
        if (qualifiers.hasOthers(parameter) || isCdiOnly(parameter)) {
            return Source.CDI;
        }
        if (type.equals(LOGGER) && Qualifiers.name(parameter) == null) {
            return Source.LOGGER;
        }
        List<TargetDescriptor> all = targets.all();
        if (targets.first() == null
                || all.stream().anyMatch(target -> TargetDescriptor.Kind.BEAN.equals(target.kind()))) {
            return Source.TARGET_OR_CDI;
        }
        return all.stream().anyMatch(target -> supplies(target, parameter, all.size() > 1)) ? Source.TARGET : Source.CDI;
    }

    /** Where there are several, a parameter that is named as one of them is meant for that one. */
    private boolean supplies(TargetDescriptor target, ScannedParameter parameter, boolean several) {
        String name = Qualifiers.name(parameter);
        return supplied(target.kind()).contains(parameter.type().name().toString())
                && (name == null || several && name.equals(target.id()));
    }

    /**
     * @param annotation the name of an annotation
     * @return whether it is a qualifier
     */
    public boolean isQualifier(DotName annotation) {
        return qualifiers.isQualifier(annotation);
    }

    /**
     * @param kind a kind of target systems
     * @return the classes of parameters that it supplies, sorted; none for a kind that supplies nothing by itself
     */
    public List<String> supplied(String kind) {
        TargetKind known = kinds.get(kind);
        return known == null ? List.of() : known.supplied();
    }

    /**
     * @param parameter a parameter
     * @return whether it stands for a look-up or for the injection itself, so that it can't be looked up
     */
    public static boolean isCdiOnly(ScannedParameter parameter) {
        return CDI_ONLY.contains(parameter.type().name()) || parameter.annotations().stream()
                .anyMatch(annotation -> annotation.name().equals(ALL));
    }

    /**
     * @param type the type of a parameter
     * @return whether it depends on a type parameter of its class or method
     */
    public static boolean hasTypeVariable(Type type) {
        return switch (type.kind()) {
            case TYPE_VARIABLE, TYPE_VARIABLE_REFERENCE, UNRESOLVED_TYPE_VARIABLE -> true;
            case ARRAY -> hasTypeVariable(type.asArrayType().elementType());
            case PARAMETERIZED_TYPE -> type.asParameterizedType().arguments().stream()
                    .anyMatch(ParameterSources::hasTypeVariable);
            default -> false;
        };
    }

    /**
     * @param type a type
     * @return its class; null where it has none, or none that can be found
     */
    public ClassInfo find(Type type) {
        boolean named = type.kind() == Type.Kind.CLASS || type.kind() == Type.Kind.PARAMETERIZED_TYPE;
        return named && !type.name().equals(DotName.OBJECT_NAME) ? classes.find(type.name()) : null;
    }

    /**
     * @param type the type of a parameter
     * @return whether a JDBC target system supplies it
     */
    public static boolean isJdbcResource(DotName type) {
        return JDBC.supplied().contains(type.toString());
    }

    /**
     * @param type the type of a parameter
     * @return whether a target system in MongoDB supplies it
     */
    public static boolean isMongoResource(DotName type) {
        return MONGODB.supplied().contains(type.toString());
    }

    /**
     * @param type the type of a parameter
     * @return the type of its value: the wrapper of a primitive, else the type itself
     */
    public static Type boxed(Type type) {
        return type.kind() == Type.Kind.PRIMITIVE ? PrimitiveType.box(type.asPrimitiveType()) : type;
    }
}
