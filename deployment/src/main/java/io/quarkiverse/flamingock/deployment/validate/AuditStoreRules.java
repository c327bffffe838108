package io.quarkiverse.flamingock.deployment.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.targets.IdentifiedBean;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor.Kind;

/**
 * That there is one data store to record executions in.
 */
final class AuditStoreRules {

    private static final String PROPERTY = "quarkus.flamingock.audit-store";
    private static final String DATASOURCE = PROPERTY + ".datasource";
    private static final String CLIENT = PROPERTY + ".mongodb-client";

    private final KnownTargets targets;
    private final NamedStore named;
    private final Resources resources;

    AuditStoreRules(Application application) {
        this.targets = application.targets();
        this.named = application.auditStore();
        this.resources = new Resources(targets);
    }

    List<Problem> check() {
        List<Problem> problems = new ArrayList<>(SameIdentifier.check("audit stores", targets.storeBeans()));
        problems.addAll(checkNamed());
        return problems;
    }

    private List<Problem> checkNamed() {
        List<String> set = named.set();
        if (set.size() > 1) {
            return problem(PROPERTY, set.size() == 2
                    ? "both " + set.get(0) + " and " + set.get(1) + " are set. Remove one of the two."
                    : String.join(", ", set) + " are set. Leave one of them.");
        }
        if (named.name() != null && named.kind() == null) {
            return problem(PROPERTY + ".name", "it is set, and .kind is not. Set .kind to the kind of that audit store"
                    + kinds() + ", or remove .name.");
        }
        if (named.datasource() != null) {
            return checkDatasource(DATASOURCE, named.datasource());
        }
        if (named.mongodbClient() != null) {
            return checkClient(CLIENT, named.mongodbClient());
        }
        if (named.identifier() != null) {
            return checkIdentifier();
        }
        return named.kind() != null ? checkKind() : checkInferred();
    }

    private List<Problem> checkDatasource(String property, String name) {
        return targets.names(Kind.JDBC).contains(name) ? List.of()
                : problem(property, "there is no datasource '" + name + "'. " + resources.datasources());
    }

    private List<Problem> checkClient(String property, String name) {
        return targets.names(Kind.MONGODB).contains(name) ? List.of()
                : problem(property, "there is no MongoDB client '" + name + "'. " + resources.clients());
    }

    private List<Problem> checkIdentifier() {
        List<String> identifiers = targets.storeBeans().stream().map(IdentifiedBean::id).distinct().toList();
        return identifiers.contains(named.identifier()) ? List.of()
                : problem(PROPERTY + ".identifier", "no bean is an AuditStore with @Identifier(\"" + named.identifier()
                        + "\"). " + (identifiers.isEmpty() ? "The application has none; annotate one."
                                : "Name one that there is: " + String.join(", ", identifiers) + "."));
    }

    private List<Problem> checkKind() {
        List<String> names = targets.recordable().stream().filter(store -> store.kind().equals(named.kind()))
                .map(DataStore::name).toList();
        boolean builtIn = named.kind().equals(Kind.JDBC) || named.kind().equals(Kind.MONGODB);
        if (names.isEmpty() && !builtIn) {
            return problem(PROPERTY + ".kind", "there is no audit store of kind '" + named.kind() + "'" + kinds() + ".");
        }
        if (named.name() == null) {
            return problem(PROPERTY + ".name", "it is not set, and .kind is. Name one of kind " + named.kind()
                    + (names.isEmpty() ? "; the application has none." : ": " + String.join(", ", names) + "."));
        }
        if (builtIn) {
            return named.kind().equals(Kind.JDBC) ? checkDatasource(PROPERTY + ".name", named.name())
                    : checkClient(PROPERTY + ".name", named.name());
        }
        return names.contains(named.name()) ? List.of()
                : problem(PROPERTY + ".name", "there is no audit store '" + named.name() + "' of kind " + named.kind()
                        + ". Name one that there is: " + String.join(", ", names) + ".");
    }

    private String kinds() {
        TreeSet<String> kinds = new TreeSet<>();
        targets.recordable().forEach(store -> kinds.add(store.kind()));
        return kinds.isEmpty() ? "; none is known" : "; known are " + String.join(", ", kinds);
    }

    private List<Problem> checkInferred() {
        List<DataStore> stores = targets.auditStores();
        String property = stores.stream().allMatch(store -> store.kind().equals(Kind.JDBC)) ? DATASOURCE : PROPERTY;
        if (stores.isEmpty()) {
            return problem(property, "the application has no data store to record executions in."
                    + " Add a datasource: the extension quarkus-agroal, a JDBC driver extension such as quarkus-jdbc-postgresql,"
                    + " and its configuration.");
        }
        return stores.size() == 1 ? List.of()
                : problem(property, "it is not set, and the application has " + stores.size()
                        + " data stores. Name the one to record executions in: "
                        + String.join(", ", stores.stream().map(AuditStoreRules::choice).toList()) + ".");
    }

    /** Where a name alone does not tell which property it is for. */
    private static String choice(DataStore store) {
        boolean wellKnown = store.kind().equals(Kind.JDBC) || store.kind().equals(Kind.MONGODB);
        return wellKnown ? store.label() : store.label() + " (with " + store.property() + ")";
    }

    private static List<Problem> problem(String place, String text) {
        return List.of(new Problem(place, text));
    }
}
