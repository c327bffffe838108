package io.quarkiverse.flamingock.deployment.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Probe;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.Recovery;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.deployment.Indexes;

class ChangeScannerTest {

    @TargetSystem("shop")
    @Recovery
    @Change(id = "full", order = "9", author = "team", description = "all", transactional = false)
    static class _9_Full {
        @Apply
        void apply(String first, int second) {
            // scanned only
        }

        @Rollback
        void rollback() {
            // scanned only
        }

        @Probe
        ProbeResult isThere() {
            return ProbeResult.UNKNOWN;
        }
    }

    @TargetSystem(id = "by-id")
    @Change(id = "by-id", author = "team")
    static class ById {
    }

    @TargetSystem(value = "same", id = "same")
    @Change(id = "twice-the-same", author = "team")
    static class TwiceTheSame {
    }

    @TargetSystem(value = "one", id = "other")
    @Change(id = "two-targets", author = "team")
    static class TwoTargets {
    }

    @TargetSystem(id = " ")
    @Change(id = "no-id", author = "team")
    static class NoId {
    }

    @Recovery(strategy = RecoveryStrategy.ALWAYS_RETRY)
    @Change(id = "small", author = "team")
    static class Small {
    }

    abstract static class Base {
        @Apply
        void apply() {
            // inherited
        }

        @Rollback
        void rollback() {
            // overridden below, without the annotation
        }
    }

    @Change(id = "inherits", author = "team")
    static class Inherits extends Base {
        @Override
        void rollback() {
            // is no rollback method: the annotation is not inherited
        }
    }

    @Change(id = "overrides", author = "team")
    static class Overrides extends Base {
        @Override
        @Apply
        void apply() {
            // counts once
        }
    }

    @Change(id = "bridged", author = "team")
    static class Bridged implements Supplier<String> {
        @Override
        @Apply
        public String get() {
            return "its bridge has the annotation too";
        }
    }

    @Change(id = "constructors", author = "team")
    static class Constructors {
        Constructors() {
            // not this one
        }

        @Inject
        Constructors(String chosen) {
            // this one
        }
    }

    private final List<ScannedChange> changes = new ChangeScanner(Indexes.of(_9_Full.class, Small.class, Base.class,
            Inherits.class, Overrides.class, Bridged.class, Constructors.class, ById.class, TwiceTheSame.class,
            TwoTargets.class, NoId.class), annotation -> false).scan();

    @Test
    void isSortedByName() {
        assertThat(changes).extracting(ScannedChange::id).containsExactly("bridged", "by-id", "constructors", "inherits",
                "no-id", "overrides", "small", "twice-the-same", "two-targets", "full");
    }

    @Test
    void readsAnnotations() {
        ScannedChange full = change("full");
        assertThat(full.className()).isEqualTo(_9_Full.class.getName());
        assertThat(full.declaredOrder()).isEqualTo("9");
        assertThat(full.orderInName()).isEqualTo(new OrderInName("9", null));
        assertThat(full.author()).isEqualTo("team");
        assertThat(full.description()).isEqualTo("all");
        assertThat(full.transactional()).isFalse();
        assertThat(full.targetSystem()).isEqualTo("shop");
        assertThat(full.recovery()).isEqualTo(RecoveryStrategy.MANUAL_INTERVENTION);
        assertThat(full.applyMethods()).extracting(ScannedMethod::name).containsExactly("apply");
        assertThat(full.applyMethods().get(0).parameters())
                .extracting(ScannedParameter::position, ScannedParameter::name, parameter -> parameter.type().toString())
                .map(Object::toString)
                .containsExactly("(0, \"first\", \"java.lang.String\")", "(1, \"second\", \"int\")");
        assertThat(full.rollbackMethods()).extracting(ScannedMethod::name).containsExactly("rollback");
        assertThat(full.probeMethods()).extracting(ScannedMethod::name).containsExactly("isThere");
        assertThat(full.methods()).extracting(ScannedMethod::name).containsExactly("apply", "rollback", "isThere");
    }

    @Test
    void readsTheTargetSystemInEitherWay() {
        assertThat(change("by-id").targetSystem()).isEqualTo("by-id");
        assertThat(change("twice-the-same").targetSystem()).isEqualTo("same");
        assertThat(change("twice-the-same").target().isContradictory()).isFalse();
        assertThat(change("two-targets").target()).isEqualTo(new ScannedTarget("one", "other", List.of()));
        assertThat(change("two-targets").target().isContradictory()).isTrue();
        assertThat(change("two-targets").targetSystem()).isEmpty();
        assertThat(change("no-id").targetSystem()).isEmpty();
        assertThat(change("no-id").target().isContradictory()).isFalse();
    }

    @Test
    void fillsInWhatIsLeftOut() {
        ScannedChange small = change("small");
        assertThat(small.order()).isNull();
        assertThat(small.description()).isEmpty();
        assertThat(small.transactional()).isTrue();
        assertThat(small.targetSystem()).isNull();
        assertThat(small.recovery()).isEqualTo(RecoveryStrategy.ALWAYS_RETRY);
        assertThat(small.applyMethods()).isEmpty();
        assertThat(small.rollbackMethods()).isEmpty();
        assertThat(small.probeMethods()).isEmpty();
    }

    @Test
    void findsInheritedMethods() {
        assertThat(change("inherits").applyMethods()).extracting(ScannedMethod::name).containsExactly("apply");
        assertThat(change("inherits").rollbackMethods()).isEmpty();
        assertThat(change("overrides").applyMethods())
                .extracting(method -> method.info().declaringClass().simpleName()).containsExactly("Overrides");
    }

    @Test
    void leavesOutBridges() {
        assertThat(change("bridged").applyMethods()).hasSize(1);
    }

    @Test
    void choosesTheConstructorThatCdiChooses() {
        assertThat(change("constructors").constructor().parameters()).hasSize(1);
        assertThat(change("small").constructor().parameters()).isEmpty();
    }

    private ScannedChange change(String id) {
        return changes.stream().filter(change -> change.id().equals(id)).findFirst().orElseThrow();
    }
}
