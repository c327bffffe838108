package io.quarkiverse.flamingock.deployment.validate;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ClassInfo.NestingType;

import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedField;

/**
 * What kind of class a change may be: any that an instance can be made of.
 */
public final class ClassRules {

    private ClassRules() {
    }

    /**
     * @param change a change
     * @return why there can be no instance of it; nothing for a class that can be a bean
     */
    public static List<Problem> check(ScannedChange change) {
        List<Problem> problems = new ArrayList<>();
        String unsuitable = unsuitable(change.info());
        if (unsuitable != null) {
            problems.add(new Problem(change.className(), "@Change is on " + unsuitable
                    + ", which can't be a change. Put it on a concrete class, top-level or static nested."));
        } else if (change.constructor() == null) {
            problems.add(new Problem(change.className(), "the class has " + change.info().constructors().size()
                    + " constructors and CDI can't choose one. Annotate one with @Inject, or leave only one."));
        }
        for (ScannedField field : change.fields()) {
            if (field.isStaticOrFinal()) {
                problems.add(new Problem(change.className() + ", field '" + field.info().name() + "'",
                        "a field that is injected can be neither static nor final. Remove that, or @Inject."));
            }
        }
        return problems;
    }

    private static String unsuitable(ClassInfo type) {
        if (type.isAnnotation()) {
            return "an annotation";
        }
        if (type.isInterface()) {
            return "an interface";
        }
        if (type.isEnum()) {
            return "an enum";
        }
        if (type.isRecord()) {
            // the qualifiers of its components are also on its accessors, which would make them producer methods
            return "a record";
        }
        if (type.isAbstract()) {
            return "an abstract class";
        }
        if (type.nestingType() == NestingType.ANONYMOUS || type.nestingType() == NestingType.LOCAL) {
            return "a class inside a method";
        }
        if (type.nestingType() == NestingType.INNER && !Modifier.isStatic(type.flags())) {
            return "an inner class that is not static";
        }
        return null;
    }
}
