package io.quarkiverse.flamingock.deployment.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import jakarta.enterprise.invoke.Invoker;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.runtime.injection.CdiArguments;
import io.quarkiverse.flamingock.runtime.injection.InvokerCode;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.Argument.Source;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.Invocation;
import io.quarkiverse.flamingock.runtime.pipeline.Pipeline;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;

class PipelineGeneratorTest {

    /** Stands for what ArC generates. */
    public static final class Called implements Invoker<Object, Object> {
        @Override
        public Object invoke(Object instance, Object[] arguments) {
            arguments[0] = "called";
            return null;
        }
    }

    /** Stands for a generated look-up. */
    public interface Lookups extends CdiArguments {
    }

    private static final StoreDescriptor STORE = new StoreDescriptor(StoreDescriptor.Kind.JDBC, "<default>");

    @Test
    void generatesAllThatIsKnown() throws Exception {
        CompiledMethod apply = new CompiledMethod("A#apply", desc(Called.class), desc(Lookups.class), List.of(
                new CompiledArgument(Source.TARGET, desc(java.sql.Connection.class), null, "connection"),
                new CompiledArgument(Source.TARGET_OR_CDI, desc(byte[].class), "name", "bytes"),
                new CompiledArgument(Source.CDI, null, null, "service")));
        CompiledMethod rollback = new CompiledMethod("A#rollback", desc(Called.class), null, List.of());
        TargetDescriptor shop = new TargetDescriptor("shop", TargetDescriptor.Kind.JDBC, "<default>");
        TargetDescriptor events = new TargetDescriptor("events", TargetDescriptor.Kind.BEAN, null);
        Pipeline pipeline = load(new CompiledPipeline(List.of(
                new CompiledChange("a", "1", "team", "what", "A", "shop", false, RecoveryStrategy.ALWAYS_RETRY, "c",
                        List.of(new CompiledArgument(Source.CONTEXT, desc(String.class), null, "context")), apply,
                        rollback, apply),
                new CompiledChange("b", "2", "team", "", "B", "events", true, RecoveryStrategy.MANUAL_INTERVENTION, "d",
                        List.of(), rollback, null, null)),
                List.of(shop, events, shop), STORE));

        assertThat(pipeline.targets()).containsExactly(events, shop);
        assertThat(pipeline.auditStore()).isEqualTo(STORE);
        assertThat(pipeline.fingerprint()).hasSize(64);
        ChangeDescriptor first = pipeline.changes().get(0);
        assertThat(first).usingRecursiveComparison().ignoringFields("apply", "rollback", "probe")
                .isEqualTo(new ChangeDescriptor("a",
                        "1", "team", "what", "A", "shop", false, RecoveryStrategy.ALWAYS_RETRY, "c",
                        List.of(new Argument(Source.CONTEXT, String.class, null, "context")), null, null, null));
        assertThat(first.apply().method()).isEqualTo("A#apply");
        assertThat(((InvokerCode) first.apply().code()).lookups()).isEqualTo(Lookups.class);
        assertThat(first.apply().arguments()).containsExactly(
                new Argument(Source.TARGET, java.sql.Connection.class, null, "connection"),
                new Argument(Source.TARGET_OR_CDI, byte[].class, "name", "bytes"),
                new Argument(Source.CDI, null, null, "service"));
        assertThat(pipeline.changes().get(1).rollback()).isNull();
        assertThat(first.probe().method()).isEqualTo("A#apply");
        assertThat(pipeline.changes().get(1).probe()).isNull();
        assertThat(called(first.rollback())).isEqualTo("called");
    }

    @Test
    void generatesAnEmptyPipeline() throws Exception {
        Pipeline pipeline = load(CompiledPipeline.EMPTY);
        assertThat(pipeline.changes()).isEmpty();
        assertThat(pipeline.targets()).isEmpty();
        assertThat(pipeline.auditStore()).isNull();
    }

    @Test
    void hasRoomForThousandsOfChanges() throws Exception {
        Pipeline pipeline = load(new CompiledPipeline(shuffled(5_000, 1), List.of(), STORE));
        assertThat(pipeline.changes()).hasSize(5_000).extracting(ChangeDescriptor::order).isSorted();
    }

    @Test
    void isTheSameToTheByteWhateverTheOrderOfDiscovery() {
        Map<String, byte[]> one = generate(new CompiledPipeline(shuffled(700, 1), targets(1), STORE));
        Map<String, byte[]> other = generate(new CompiledPipeline(shuffled(700, 2), targets(2), STORE));
        assertThat(one).hasSize(2).containsExactlyInAnyOrderEntriesOf(other);
    }

    private static List<CompiledChange> shuffled(int count, int seed) {
        List<CompiledChange> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CompiledMethod apply = new CompiledMethod("com.acme._" + i + "#apply", ClassDesc.of("com.acme.Invoker" + i), null,
                    List.of(new CompiledArgument(Source.TARGET, desc(String.class), null, "argument" + i)));
            CompiledMethod rollback = new CompiledMethod("com.acme._" + i + "#rollback",
                    ClassDesc.of("com.acme.Rollback" + i), null, List.of());
            changes.add(new CompiledChange("id" + i, String.format("%05d", i), "team" + i, "description " + i, "com.acme._" + i,
                    "target" + i % 7, true, RecoveryStrategy.ALWAYS_RETRY, "checksum" + i, List.of(), apply,
                    i < 100 ? null : rollback, i < 200 ? null : rollback));
        }
        Collections.shuffle(changes, new Random(seed));
        return changes;
    }

    private static List<TargetDescriptor> targets(int seed) {
        List<TargetDescriptor> targets = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            targets.add(new TargetDescriptor("target" + i, TargetDescriptor.Kind.BEAN, null));
        }
        Collections.shuffle(targets, new Random(seed));
        return targets;
    }

    private static ClassDesc desc(Class<?> type) {
        return ClassDesc.ofDescriptor(type.descriptorString());
    }

    private static Object called(Invocation invocation) throws Exception {
        Object[] arguments = new Object[1];
        invocation.code().invoke(arguments);
        return arguments[0];
    }

    private static Map<String, byte[]> generate(CompiledPipeline pipeline) {
        Map<String, byte[]> classes = new TreeMap<>();
        new PipelineGenerator((name, bytes) -> classes.put(name.replace(".class", "").replace('/', '.'), bytes))
                .generate(pipeline);
        return classes;
    }

    private static Pipeline load(CompiledPipeline pipeline) throws Exception {
        Map<String, byte[]> classes = generate(pipeline);
        ClassLoader loader = new ClassLoader(PipelineGeneratorTest.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = name.startsWith("com.acme.") ? Stubs.invoker(name) : classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        PipelineSource source = (PipelineSource) loader.loadClass(PipelineGenerator.CLASS_NAME).getConstructor()
                .newInstance();
        return source.pipeline();
    }
}
