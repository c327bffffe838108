package io.quarkiverse.flamingock.deployment.outside;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

/**
 * What is looked for, by the names of types and annotations only: none of these libraries need be there.
 */
interface Catalog {

    /**
     * @param type the name of a type
     * @return what a type of this name is; null for nothing that is looked for
     */
    Client find(DotName type);

    /**
     * @param annotation the name of an annotation on a field or parameter
     * @return what is given there; null for nothing that is looked for
     */
    Client given(DotName annotation);

    /**
     * @param type a type
     * @return what its annotations make of it; null for nothing that is looked for
     */
    Client declared(ClassInfo type);
}
