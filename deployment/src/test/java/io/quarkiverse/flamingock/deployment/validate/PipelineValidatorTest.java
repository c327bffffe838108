package io.quarkiverse.flamingock.deployment.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.deployment.Indexes;
import io.quarkiverse.flamingock.deployment.scan.ChangeScanner;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.ConfiguredTarget;
import io.quarkiverse.flamingock.deployment.targets.IdentifiedBean;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.deployment.targets.MongoClients;
import io.quarkiverse.flamingock.deployment.targets.ParameterSources;
import io.quarkiverse.flamingock.deployment.targets.Qualifiers;
import io.quarkiverse.flamingock.runtime.config.OnAmbiguousOrder;

class PipelineValidatorTest {

    private static final KnownTargets ONE_STORE = new KnownTargets(List.of("<default>"), MongoClients.ABSENT, List.of(),
            List.of());

    @Change(id = "a", author = "team", transactional = false)
    static class _1__A {
        @Apply
        void apply() {
            // fine
        }
    }

    @Change(id = "b", author = "team", transactional = false)
    static class _2__B {
        @Apply
        void apply() {
            // fine
        }
    }

    @Change(id = "c", author = "team")
    static class _3__C {
        _3__C(Runnable runnable) {
            // from CDI
        }

        @Apply
        void apply(Runnable runnable) {
            // from CDI
        }

        @Rollback
        void rollback() {
            // fine
        }
    }

    @TargetSystem("")
    @Change(id = "d", author = "team")
    static class _4__D {
        @Apply
        void apply() {
            // fine
        }

        @Rollback
        void rollback() {
            // fine
        }
    }

    @TargetSystem(value = "default", id = "other")
    @Change(id = "e", author = "team")
    static class _5__E {
        @Apply
        void apply() {
            // where?
        }

        @Rollback
        void rollback() {
            // where?
        }
    }

    @Test
    void findsNothingInAnApplicationWithoutChanges() {
        KnownTargets nonsense = new KnownTargets(List.of(), MongoClients.ABSENT,
                List.of(new ConfiguredTarget("x", null, null, false)), List.of());
        assertThat(validate(nonsense, "nowhere", true, List.of())).isEqualTo(new Findings(List.of(), List.of()));
    }

    @Test
    void warnsOnceAboutAllMissingRollbackMethods() {
        Findings findings = validate(ONE_STORE, null, false, List.of(), _1__A.class, _2__B.class);
        assertThat(findings.errors()).isEmpty();
        assertThat(Findings.report("warning", findings.warnings())).isEqualTo("""
                The changes of this application have 1 warning:
                  1. %s, %s: no method is annotated @Rollback, and the change has no transaction: nothing takes back what a \
                failure leaves, and the change can't be undone later. Add a method that takes back what @Apply does."""
                .formatted(_1__A.class.getName(),
                        _2__B.class.getName()));
    }

    @Test
    void namesSomeOfVeryManyPlaces() {
        List<ScannedChange> twelve = new ArrayList<>();
        ScannedChange change = new ChangeScanner(Indexes.of(_1__A.class), annotation -> false).scan().get(0);
        for (int i = 10; i < 22; i++) {
            twelve.add(new ScannedChange(change.info(), "id" + i, "" + i, null, "team", "", false, Phase.SCHEMA, null,
                    change.recovery(),
                    change.applyMethods(), List.of(), List.of(), change.constructor(), List.of(), List.of()));
        }
        Findings findings = validate(Indexes.of(_1__A.class), ONE_STORE, null, false, List.of(), twelve);
        assertThat(findings.errors()).isEmpty();
        assertThat(findings.warnings()).singleElement().extracting(Problem::place).asString()
                .isEqualTo((_1__A.class.getName() + ", ").repeat(9) + _1__A.class.getName() + " and 2 more");
    }

    @Test
    void failsForMissingRollbackMethodsWhereTheyAreRequired() {
        Findings findings = validate(ONE_STORE, null, true, List.of(), _1__A.class);
        assertThat(findings.warnings()).isEmpty();
        assertThat(findings.errors()).extracting(Problem::place).containsExactly(_1__A.class.getName());
    }

    @Test
    void asksCdiForMethodsAndConstructors() {
        assertThat(validate(ONE_STORE, null, false, List.of("one"), _3__C.class).errors()).isEmpty();
        assertThat(validate(ONE_STORE, null, false, null, _3__C.class).errors()).isEmpty();
        assertThat(validate(ONE_STORE, null, false, List.of(), _3__C.class).errors()).extracting(Problem::place)
                .containsExactly(
                        _3__C.class.getName() + " constructor, parameter 1 'runnable' of type java.lang.Runnable",
                        _3__C.class.getName() + "#apply, parameter 1 'runnable' of type java.lang.Runnable");
        assertThat(validate(ONE_STORE, null, false, List.of("one", "two"), _3__C.class).errors()).extracting(Problem::text)
                .hasSize(2).containsOnly("2 beans match it: one; two. Tell them apart with a qualifier on the bean and on the"
                        + " parameter.");
    }

    @Test
    void leavesToTheStartWhatABeanMaySupply() {
        KnownTargets bean = new KnownTargets(List.of("<default>"), MongoClients.ABSENT, List.of(),
                List.of(new IdentifiedBean("default", "Producer")));
        assertThat(validate(bean, null, false, List.of(), _3__C.class).errors()).isEmpty();
    }

    @Test
    void failsForTargetSystemsThatAreNeitherDatasourceNorOfAKind() {
        KnownTargets targets = new KnownTargets(List.of("<default>"), MongoClients.ABSENT,
                List.of(new ConfiguredTarget("x", null, null, false)),
                List.of());
        assertThat(validate(targets, null, true, List.of("one"), _3__C.class).errors()).extracting(Problem::toString)
                .containsExactly("quarkus.flamingock.target-systems.\"x\": neither datasource nor kind is set. Set .datasource"
                        + " to the name of a datasource, or .kind=non-transactional.");
    }

    @Test
    void failsForAnEmptyTargetSystem() {
        assertThat(validate(ONE_STORE, null, true, List.of(), _4__D.class).errors()).extracting(Problem::toString)
                .containsExactly(_4__D.class.getName() + ": @TargetSystem has no id. Write it as in"
                        + " @TargetSystem(\"user-database\"): known are default.");
    }

    @Test
    void failsForTwoTargetSystems() {
        assertThat(validate(ONE_STORE, null, true, List.of(), _5__E.class).errors()).extracting(Problem::toString)
                .containsExactly(_5__E.class.getName() + ": @TargetSystem(value = \"default\", id = \"other\") names two target"
                        + " systems, but 'value' and 'id' mean the same. Leave the right one.");
    }

    @Test
    void takesTheNamedAuditStore() {
        KnownTargets two = new KnownTargets(List.of("<default>", "audit"), MongoClients.ABSENT, List.of(), List.of());
        assertThat(validate(two, "audit", false, List.of("one"), _4__D.class).errors()).extracting(Problem::place)
                .containsExactly(_4__D.class.getName());
        assertThat(validate(two, null, false, List.of("one"), _4__D.class).errors()).extracting(Problem::place)
                .containsExactly(_4__D.class.getName(), "quarkus.flamingock.audit-store.datasource");
    }

    /** CDI answers every question with the same beans; null means that it needs none. */
    private static Findings validate(KnownTargets targets, String auditStore, boolean requireRollback, List<String> beans,
            Class<?>... classes) {
        IndexView index = Indexes.of(classes);
        return validate(index, targets, auditStore, requireRollback, beans,
                new ChangeScanner(index, annotation -> false).scan());
    }

    private static Findings validate(IndexView index, KnownTargets targets, String auditStore, boolean requireRollback,
            List<String> beans, List<ScannedChange> changes) {
        ParameterSources sources = new ParameterSources(Indexes.classFiles(index),
                new Qualifiers(Indexes.classFiles(index), Set.of()));
        return new PipelineValidator(sources, parameter -> new CdiAnswer(beans),
                new ComponentAnnotations(Indexes.classFiles(index), Set.of()), Indexes.outside(index, sources))
                .validate(new Application(changes, targets, new NamedStore(auditStore, null),
                        new Policies(requireRollback, OnAmbiguousOrder.FAIL)));
    }
}
