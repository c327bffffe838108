package io.quarkiverse.flamingock.deployment.checksum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jboss.jandex.MethodInfo;

import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedMethod;

/**
 * The checksum of a change's code: of what it says and calls, with the methods of its own classes and superclasses in place of
 * their calls. It stays the same when the code is compiled by another compiler, for another release, with other debug options,
 * or in another package.
 *
 * @param classFiles where to read classes
 */
public record ChangeChecksum(ClassFiles classFiles) {

    /**
     * How the checksum is made. To be counted up whenever other code has another one; checksums of two forms are not compared.
     */
    private static final String FORM = "2:";

    /**
     * @param change a change
     * @return its checksum: its form, and hexadecimal digits
     */
    public String of(ScannedChange change) {
        String name = change.className().replace('.', '/');
        OwnCode own = new OwnCode(classFiles, name);
        if (!own.has(name)) {
            throw new IllegalStateException("The class file of " + change.className()
                    + ", which is a change, is in the index of the application but can't be found. Build it again.");
        }
        Map<String, List<MethodInfo>> roles = new LinkedHashMap<>();
        roles.put("apply", infos(change.applyMethods()));
        roles.put("rollback", infos(change.rollbackMethods()));
        roles.put("probe", infos(change.probeMethods()));
        roles.put("initializer", infos(change.initializers()));
        return FORM + CanonicalForm.hash(new ChangeCode(own, name).root(roles));
    }

    private static List<MethodInfo> infos(List<ScannedMethod> methods) {
        List<MethodInfo> infos = new ArrayList<>();
        methods.forEach(method -> infos.add(method.info()));
        return infos;
    }
}
