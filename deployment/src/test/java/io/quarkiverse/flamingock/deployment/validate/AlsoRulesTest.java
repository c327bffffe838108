package io.quarkiverse.flamingock.deployment.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.deployment.Indexes;
import io.quarkiverse.flamingock.deployment.scan.ChangeScanner;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.ConfiguredTarget;
import io.quarkiverse.flamingock.deployment.targets.KnownTargets;
import io.quarkiverse.flamingock.deployment.targets.MongoClients;

class AlsoRulesTest {

    private static final KnownTargets TARGETS = new KnownTargets(List.of("orders", "stock"),
            new MongoClients(true, List.of("users")),
            List.of(new ConfiguredTarget("archive", "stock", null, false), new ConfiguredTarget("events", null, null, true),
                    new ConfiguredTarget("guests", null, "users", false)),
            List.of());

    abstract static class Base {
        @Apply
        void apply() {
            // fine
        }
    }

    @TargetSystem(id = "orders", also = { "stock", "events", "users", "guests" })
    @Change(id = "fine", author = "team")
    static class _1__Fine extends Base {
    }

    @TargetSystem(id = "orders", also = { "events", "orders", "events", " ", "nowhere" })
    @Change(id = "twice", author = "team")
    static class _2__Twice extends Base {
    }

    @TargetSystem(value = "orders", also = { "archive", "stock" })
    @Change(id = "same", author = "team")
    static class _3__Same extends Base {
    }

    @TargetSystem(id = "events", also = { "stock", "orders" })
    @Change(id = "last", author = "team")
    static class _4__Last extends Base {
    }

    @TargetSystem(also = "events")
    @Change(id = "first", author = "team")
    static class _5__First extends Base {
    }

    private static ScannedChange change(Class<?> type) {
        IndexView index = Indexes.of(Base.class, type);
        return new ChangeScanner(index, name -> false).scan().get(0);
    }

    private static List<String> errors(Class<?> type) {
        return rules().check(change(type)).stream().map(Problem::toString).toList();
    }

    private static AlsoRules rules() {
        return new AlsoRules(TARGETS, new TargetRules(TARGETS));
    }

    @Test
    void acceptsOtherSystems() {
        assertThat(errors(_1__Fine.class)).isEmpty();
        assertThat(rules().advise(change(_1__Fine.class))).isEmpty();
        assertThat(change(_1__Fine.class).also()).containsExactly("stock", "events", "users", "guests");
    }

    @Test
    void namesEachOnce() {
        assertThat(errors(_2__Twice.class)).hasSize(4).satisfiesExactly(
                first -> assertThat(first)
                        .isEqualTo(_2__Twice.class.getName() + ": @TargetSystem names 'orders' twice. Name each"
                                + " target system once; the first one is the one whose transaction the change runs in."),
                second -> assertThat(second).contains("@TargetSystem names 'events' twice."),
                blank -> assertThat(blank).endsWith(
                        ": also of @TargetSystem has a blank id. Name a target system, or leave it out."),
                unknown -> assertThat(unknown)
                        .contains(": also = \"nowhere\" of @TargetSystem names no target system. Correct it:"
                                + " known are archive, events, guests, orders, stock, users. Or define it with"
                                + " quarkus.flamingock.target-systems.\"nowhere\".datasource=…"));
    }

    @Test
    void namesEachDatabaseOnce() {
        assertThat(errors(_3__Same.class))
                .containsExactly(_3__Same.class.getName() + ": target systems 'archive' and 'stock' are"
                        + " both datasource stock. What a change does there is in one place: name one of the two.");
    }

    @Test
    void advisesToNameTheOneWithTransactionsFirst() {
        assertThat(errors(_4__Last.class)).isEmpty();
        assertThat(rules().advise(change(_4__Last.class))).extracting(Problem::toString).containsExactly(
                _4__Last.class.getName() + ": @TargetSystem names 'events' first, which has no transactions, so nothing proves"
                        + " afterwards what became of the change. Name 'stock' first: the change runs in its transaction then,"
                        + " and its marker proves the whole.");
    }

    @Test
    void leavesAMissingFirstToOthers() {
        assertThat(errors(_5__First.class)).isEmpty();
        assertThat(new TargetRules(TARGETS).check(change(_5__First.class))).extracting(Problem::toString).containsExactly(
                _5__First.class.getName()
                        + ": @TargetSystem has no id. Write it as in @TargetSystem(\"user-database\"): known are"
                        + " archive, events, guests, orders, stock, users.");
    }
}
