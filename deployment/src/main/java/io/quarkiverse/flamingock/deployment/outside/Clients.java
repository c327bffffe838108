package io.quarkiverse.flamingock.deployment.outside;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

import io.quarkiverse.flamingock.deployment.scan.ClassFiles;

/**
 * Says what a type, or one of its supertypes, is a client of.
 */
final class Clients {

    private final ClassFiles classes;
    private final Catalog catalog;
    private final Map<DotName, Optional<Client>> found = new HashMap<>();

    Clients(ClassFiles classes, Catalog catalog) {
        this.classes = classes;
        this.catalog = catalog;
    }

    /**
     * @param type the type of a field or parameter
     * @param annotations what stands on it
     * @return what it is a client of; null for none
     */
    Client find(DotName type, List<AnnotationInstance> annotations) {
        for (AnnotationInstance annotation : annotations) {
            Client given = catalog.given(annotation.name());
            if (given != null) {
                return given;
            }
        }
        return find(type);
    }

    /**
     * @param type the name of a type
     * @return what it is a client of; null for none
     */
    Client find(DotName type) {
        Optional<Client> known = found.get(type);
        if (known == null) {
            known = Optional.ofNullable(search(type));
            found.put(type, known);
        }
        return known.orElse(null);
    }

    private Client search(DotName type) {
        Client named = catalog.find(type);
        if (named != null || type.equals(DotName.OBJECT_NAME)) {
            return named;
        }
        ClassInfo info = classes.find(type);
        if (info == null) {
            return null;
        }
        Client declared = catalog.declared(info);
        if (declared != null) {
            return declared;
        }
        Client inherited = info.superName() == null ? null : find(info.superName());
        for (DotName parent : info.interfaceNames()) {
            inherited = inherited == null ? find(parent) : inherited;
        }
        return inherited;
    }
}
