package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * Annotations as text: qualifiers say what a change is given. Those of the extension say how to run it, not what it does.
 *
 * @param names how classes are named
 */
record Annotations(Names names) {

    private static final List<String> LEFT_OUT = List.of("Lio/quarkiverse/flamingock/", "Lkotlin/", "Lgroovy/");

    String of(List<AnnotationNode> annotations) {
        TreeSet<String> texts = new TreeSet<>();
        for (AnnotationNode annotation : annotations == null ? List.<AnnotationNode> of() : annotations) {
            if (LEFT_OUT.stream().noneMatch(annotation.desc::startsWith)) {
                texts.add(text(annotation));
            }
        }
        return texts.isEmpty() ? "" : texts.toString();
    }

    String ofParameters(List<AnnotationNode>[] parameters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; parameters != null && i < parameters.length; i++) {
            String its = of(parameters[i]);
            text.append(its.isEmpty() ? "" : " " + i + its);
        }
        return text.toString();
    }

    private String text(AnnotationNode annotation) {
        TreeSet<String> values = new TreeSet<>();
        for (int i = 0; annotation.values != null && i < annotation.values.size(); i += 2) {
            values.add(annotation.values.get(i) + "=" + value(annotation.values.get(i + 1)));
        }
        return names.descriptor(annotation.desc) + values;
    }

    private String value(Object value) {
        if (value instanceof AnnotationNode annotation) {
            return text(annotation);
        }
        if (value instanceof Type type) {
            return names.descriptor(type.getDescriptor());
        }
        if (value instanceof String[] constant) {
            return constant[1];
        }
        if (value instanceof List<?> several) {
            List<String> texts = new ArrayList<>();
            several.forEach(each -> texts.add(value(each)));
            return texts.toString();
        }
        return value.getClass().getSimpleName() + " " + value;
    }
}
