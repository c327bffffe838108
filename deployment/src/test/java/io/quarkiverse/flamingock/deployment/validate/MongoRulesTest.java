package io.quarkiverse.flamingock.deployment.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.deployment.Indexes;
import io.quarkiverse.flamingock.deployment.scan.ChangeScanner;
import io.quarkiverse.flamingock.deployment.targets.ConfiguredTarget;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.deployment.targets.MongoClients;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkiverse.flamingock.deployment.targets.Qualifiers;

/**
 * What is said where an application has MongoDB clients, and where it has none.
 */
class MongoRulesTest {

    private static final MongoClients TWO = new MongoClients(true, List.of("<default>", "users"));

    @TargetSystem("default")
    @Change(id = "1", author = "team")
    static class _1__Change {
        @Apply
        void apply() {
            // fine
        }

        @Rollback
        void rollback() {
            // fine
        }
    }

    @Change(id = "2", author = "team")
    static class _2__NoTarget extends _1__Change {
        @Override
        @Apply
        void apply() {
            // where?
        }
    }

    @TargetSystem("nowhere")
    @Change(id = "3", author = "team")
    static class _3__UnknownTarget extends _1__Change {
        @Override
        @Apply
        void apply() {
            // where?
        }
    }

    @Test
    void asksWhichDefaultIsMeant() {
        KnownTargets targets = new KnownTargets(List.of("<default>"), TWO, List.of(), List.of());
        assertThat(errors(targets, new NamedStore("<default>", null), _1__Change.class)).containsExactly(
                _1__Change.class.getName() + ": @TargetSystem(\"default\") may mean the datasource <default> or the MongoDB"
                        + " client <default>. Say which: set quarkus.flamingock.target-systems.\"default\".datasource or"
                        + " .mongodb-client.");
    }

    @Test
    void namesAllDataStores() {
        KnownTargets targets = new KnownTargets(List.of("stock"), TWO, List.of(), List.of());
        assertThat(errors(targets, new NamedStore(null, null), _2__NoTarget.class)).containsExactly(
                _2__NoTarget.class.getName() + ": @TargetSystem is missing, and the application has 3 data stores (stock,"
                        + " MongoDB client <default>, MongoDB client users), so the target system can't be inferred. Name one:"
                        + " known are default, stock, users.",
                "quarkus.flamingock.audit-store: it is not set, and the application has 3 data stores. Name the one to record"
                        + " executions in: stock, MongoDB client <default>, MongoDB client users.");
        assertThat(errors(targets, new NamedStore(null, "users"), _3__UnknownTarget.class)).containsExactly(
                _3__UnknownTarget.class.getName() + ": @TargetSystem(\"nowhere\") names no target system. Correct it: known are"
                        + " default, stock, users. Or define it with quarkus.flamingock.target-systems.\"nowhere\".datasource=…"
                        + " or .mongodb-client=… or .kind=non-transactional, or as a bean of type"
                        + " io.quarkiverse.flamingock.spi.ChangeTarget with"
                        + " @Identifier(\"nowhere\").");
    }

    @Test
    void checksConfiguredTargets() {
        KnownTargets targets = new KnownTargets(List.of("stock"), TWO,
                List.of(new ConfiguredTarget("both", "stock", "users", false),
                        new ConfiguredTarget("kind", null, "users", true),
                        new ConfiguredTarget("empty", null, null, false), new ConfiguredTarget("typo", null, "usres", false)),
                List.of());
        assertThat(errors(targets, new NamedStore("stock", null), _1__Change.class)).containsExactly(
                "quarkus.flamingock.target-systems.\"both\": both datasource and mongodb-client are set. Remove one of the two.",
                "quarkus.flamingock.target-systems.\"empty\": neither datasource nor kind is set. Set .datasource to the name of"
                        + " a datasource, or .mongodb-client to the name of a MongoDB client, or .kind=non-transactional.",
                "quarkus.flamingock.target-systems.\"kind\": both mongodb-client and kind are set. MongoDB is transactional;"
                        + " remove one of the two.",
                "quarkus.flamingock.target-systems.\"typo\".mongodb-client: there is no MongoDB client 'usres'. Name one that is"
                        + " configured: <default>, users.");
    }

    @Test
    void checksTheAuditStore() {
        KnownTargets targets = new KnownTargets(List.of("<default>"), new MongoClients(true, List.of("users")), List.of(),
                List.of());
        assertThat(errors(targets, new NamedStore(null, "users"), _1__Change.class)).isEmpty();
        assertThat(errors(targets, new NamedStore("<default>", "users"), _1__Change.class)).containsExactly(
                "quarkus.flamingock.audit-store: both datasource and mongodb-client are set. Remove one of the two.");
        assertThat(errors(targets, new NamedStore(null, "usres"), _1__Change.class)).containsExactly(
                "quarkus.flamingock.audit-store.mongodb-client: there is no MongoDB client 'usres'. Name one that is configured:"
                        + " users.");
    }

    @Test
    void doesNotMentionMongoDbUnlessAsked() {
        KnownTargets targets = new KnownTargets(List.of("<default>"), MongoClients.ABSENT,
                List.of(new ConfiguredTarget("asked", null, "users", false)), List.of());
        assertThat(errors(targets, new NamedStore(null, "users"), _3__UnknownTarget.class)).containsExactly(
                _3__UnknownTarget.class.getName() + ": @TargetSystem(\"nowhere\") names no target system. Correct it: known are"
                        + " asked, default. Or define it with quarkus.flamingock.target-systems.\"nowhere\".datasource=… or"
                        + " .kind=non-transactional, or as a bean of type io.quarkiverse.flamingock.spi.ChangeTarget with"
                        + " @Identifier(\"nowhere\").",
                "quarkus.flamingock.target-systems.\"asked\".mongodb-client: there is no MongoDB client 'users'. Add the"
                        + " extension quarkus-mongodb-client, and its configuration.",
                "quarkus.flamingock.audit-store.mongodb-client: there is no MongoDB client 'users'. Add the extension"
                        + " quarkus-mongodb-client, and its configuration.");
    }

    private static List<String> errors(KnownTargets targets, NamedStore store, Class<?> change) {
        IndexView index = Indexes.of(change);
        ParameterSources sources = new ParameterSources(Indexes.classFiles(index),
                new Qualifiers(Indexes.classFiles(index), Set.of()));
        return new PipelineValidator(sources, parameter -> new CdiAnswer(List.of()),
                new ComponentAnnotations(Indexes.classFiles(index), Set.of()), Indexes.outside(index, sources))
                .validate(
                        new Application(new ChangeScanner(index, annotation -> false).scan(), targets, store, Policies.DEFAULT))
                .errors()
                .stream()
                .map(Problem::toString).toList();
    }
}
