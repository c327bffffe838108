package io.quarkiverse.flamingock.deployment.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.event.Event;
import jakarta.inject.Named;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.deployment.Indexes;
import io.quarkiverse.flamingock.deployment.scan.ChangeScanner;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;

class ArgumentsGeneratorTest {

    @Change(id = "1", author = "team")
    static class _1__Change {
        @Apply
        void apply(ChangeContext context, @Named("rates") List<String> rates, int number, byte[] bytes, Event<String> event) {
            // scanned only
        }

        @Rollback
        void rollback(ChangeContext context) {
            // needs nothing of CDI
        }
    }

    @Change(id = "2", author = "team")
    static class _2__Invalid {
        @Apply
        <T> void apply(T value) {
            // is reported
        }

        @Rollback
        void rollback(@Named String value) {
            // is reported
        }
    }

    private final IndexView index = Indexes.of(_1__Change.class, _2__Invalid.class);
    private final List<ScannedChange> changes = new ChangeScanner(index).scan();

    @Test
    void makesAnInjectionPointOfEachParameter() throws Exception {
        Map<String, byte[]> classes = generate();
        assertThat(classes).containsOnlyKeys(_1__Change.class.getName() + "_ApplyArguments");
        ClassInfo generated = Index.singleClass(classes.values().iterator().next());
        assertThat(generated.annotations()).extracting(annotation -> annotation.toString(true))
                .contains("@Dependent", "@Unremovable", "@Inject", "@Named(\"rates\")");
        assertThat(generated.constructors().get(0).parameterTypes()).extracting(Object::toString).containsExactly(
                "jakarta.enterprise.inject.Instance<java.util.List<java.lang.String>>",
                "jakarta.enterprise.inject.Instance<java.lang.Integer>",
                "jakarta.enterprise.inject.Instance<byte[]>",
                "jakarta.enterprise.event.Event<java.lang.String>");
    }

    @Test
    void isNamedForTheMethod() {
        ScannedChange change = changes.get(0);
        assertThat(ArgumentsGenerator.name(change, change.applyMethods().get(0)))
                .isEqualTo(ClassDesc.of(_1__Change.class.getName() + "_ApplyArguments"));
        assertThat(ArgumentsGenerator.name(change, change.rollbackMethods().get(0))).isNull();
    }

    @Test
    void isTheSameToTheByte() {
        assertThat(generate()).containsExactlyEntriesOf(generate());
    }

    private Map<String, byte[]> generate() {
        Map<String, byte[]> classes = new TreeMap<>();
        ArgumentsGenerator generator = new ArgumentsGenerator(
                (name, bytes) -> classes.put(name.replace(".class", "").replace('/', '.'), bytes), index);
        changes.forEach(generator::generate);
        return classes;
    }
}
