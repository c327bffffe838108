package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;

import io.quarkiverse.flamingock.deployment.targets.ChangeTargets;
import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;
import io.quarkiverse.flamingock.spi.AuditStoreKind;
import io.quarkiverse.flamingock.spi.ChangeTargetKind;

/**
 * That each kind which changes use can be opened: an extension that tells of a kind brings the beans, too.
 *
 * @param beans whether there is a bean of a type with an identifier
 */
public record OpenerRules(BiPredicate<Class<?>, String> beans) {

    /**
     * @param application a valid application
     * @return the kinds that nothing can open
     */
    public List<Problem> check(Application application) {
        List<Problem> problems = new ArrayList<>();
        if (application.changes().isEmpty()) {
            return problems;
        }
        TreeSet<String> kinds = new TreeSet<>();
        application.changes().forEach(change -> ChangeTargets.of(change, application.targets()).all().forEach(target -> {
            if (!target.kind().equals(Kind.BEAN) && !target.kind().equals(Kind.NON_TRANSACTIONAL)) {
                kinds.add(target.kind());
            }
        }));
        kinds.forEach(kind -> check(kind, "target systems", ChangeTargetKind.class, problems));
        DataStore store = application.auditStore().resolve(application.targets());
        if (!store.kind().equals(Kind.BEAN)) {
            check(store.kind(), "audit stores", AuditStoreKind.class, problems);
        }
        return problems;
    }

    private void check(String kind, String what, Class<?> type, List<Problem> problems) {
        if (!beans.test(type, kind)) {
            problems.add(new Problem("kind '" + kind + "' of " + what, "nothing can open them. The extension that brings the"
                    + " kind has to add a bean of type " + type.getName() + " with @Identifier(\"" + kind + "\")."));
        }
    }
}
