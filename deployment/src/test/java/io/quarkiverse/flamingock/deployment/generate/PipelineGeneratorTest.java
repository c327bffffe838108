package io.quarkiverse.flamingock.deployment.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.deployment.targets.Source;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.Pipeline;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkus.gizmo2.ClassOutput;

class PipelineGeneratorTest {

    private final List<String> loaded = new ArrayList<>();

    private static final StoreDescriptor STORE = new StoreDescriptor(StoreDescriptor.Kind.JDBC, "<default>");

    @Test
    void generatesAllThatIsKnown() throws Exception {
        TargetDescriptor shop = new TargetDescriptor("shop", TargetDescriptor.Kind.JDBC, "<default>");
        TargetDescriptor events = new TargetDescriptor("events", TargetDescriptor.Kind.BEAN, null);
        PipelineSource source = source(new CompiledPipeline(List.of(
                new CompiledChange("a", "1", "team", "what", "A", "shop", List.of("events", "cache"), Phase.SCHEMA, false,
                        RecoveryStrategy.ALWAYS_RETRY, "c",
                        code("com.acme.A", true, true)),
                new CompiledChange("b", "2", "team", "", "B", "events", List.of(), Phase.APPLICATION, true,
                        RecoveryStrategy.MANUAL_INTERVENTION,
                        "d",
                        code("com.acme.B", false, false))),
                List.of(shop, events, shop), STORE));

        Pipeline pipeline = source.load();
        assertThat(pipeline.targets()).containsExactly(events, shop);
        assertThat(pipeline.auditStore()).isEqualTo(STORE).isEqualTo(source.auditStore());
        assertThat(pipeline.fingerprint()).hasSize(64).isEqualTo(source.fingerprint());
        assertThat(source.size()).isEqualTo(2);
        ChangeDescriptor first = pipeline.changes().get(0);
        assertThat(first).usingRecursiveComparison().ignoringFields("codes")
                .isEqualTo(new ChangeDescriptor("a",
                        "1", "team", "what", "A", "shop", List.of("events", "cache"), Phase.SCHEMA, false,
                        RecoveryStrategy.ALWAYS_RETRY, "c",
                        true, true, null, 0));
        ChangeDescriptor second = pipeline.changes().get(1);
        assertThat(second.phase()).isEqualTo(Phase.APPLICATION);
        assertThat(second.also()).isEmpty();
        assertThat(second.rollback()).isFalse();
        assertThat(second.probe()).isFalse();
        assertThat(loaded).noneMatch(name -> name.startsWith("com.acme."));
        assertThat(second.code().getClass().getName()).isEqualTo("com.acme.FlamingockChanges0");
        assertThat(second.code().arguments()).extracting(Argument::place).containsExactly("place of com.acme.B");
        assertThat(first.code().arguments()).extracting(Argument::place).containsOnly("place of com.acme.A").hasSize(3);
        assertThat(first.outsideEffects()).containsExactly("effect of com.acme.A", "another");
        assertThat(second.outsideEffects()).isEmpty();
        assertThat(loaded).contains("com.acme.FlamingockChanges0").doesNotContain("com.acme.A", "com.acme.B");
    }

    @Test
    void generatesAnEmptyPipeline() throws Exception {
        Pipeline pipeline = source(CompiledPipeline.EMPTY).load();
        assertThat(pipeline.changes()).isEmpty();
        assertThat(pipeline.targets()).isEmpty();
        assertThat(pipeline.auditStore()).isNull();
    }

    @Test
    void hasRoomForThousandsOfChanges() throws Exception {
        PipelineSource source = source(new CompiledPipeline(shuffled(10_000, 1), List.of(), STORE));
        assertThat(source.size()).isEqualTo(10_000);
        assertThat(loaded).containsExactly(PipelineGenerator.CLASS_NAME);
        Pipeline pipeline = source.load();
        assertThat(pipeline.changes()).hasSize(10_000).extracting(ChangeDescriptor::order).isSorted();
        assertThat(pipeline.changes()).allMatch(change -> change.code().arguments().get(0).place()
                .equals("place of " + change.source()));
        assertThat(loaded).as("classes, of which a start reads all names").hasSizeLessThan(250);
    }

    @Test
    void isTheSameToTheByteWhateverTheOrderOfDiscovery() {
        Map<String, byte[]> one = generate(new CompiledPipeline(shuffled(700, 1), targets(1), STORE));
        Map<String, byte[]> other = generate(new CompiledPipeline(shuffled(700, 2), targets(2), STORE));
        assertThat(one).hasSize(3 + 14).containsExactlyInAnyOrderEntriesOf(other);
    }

    private static List<CompiledChange> shuffled(int count, int seed) {
        List<CompiledChange> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            changes.add(new CompiledChange("id" + i, String.format("%05d", i), "team" + i, "description " + i, "com.acme._" + i,
                    "target" + i % 7, List.of(), Phase.SCHEMA, true, RecoveryStrategy.ALWAYS_RETRY, "checksum" + i,
                    code("com.acme._" + i, i >= 100, i >= 200)));
        }
        Collections.shuffle(changes, new Random(seed));
        return changes;
    }

    private static CompiledCode code(String type, boolean rollback, boolean probe) {
        CompiledMethod method = new CompiledMethod("work", ConstantDescs.CD_void,
                List.of(new CompiledArgument(Source.TARGET, ConstantDescs.CD_String, ConstantDescs.CD_String, null,
                        "place of " + type,
                        null,
                        null)));
        return new CompiledCode(ClassDesc.of(type), null, new CompiledMethod("<init>", ConstantDescs.CD_void, List.of()),
                List.of(), List.of(), method, rollback ? method : null, probe ? method : null,
                probe ? List.of("effect of " + type, "another") : List.of());
    }

    private static List<TargetDescriptor> targets(int seed) {
        List<TargetDescriptor> targets = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            targets.add(new TargetDescriptor("target" + i, TargetDescriptor.Kind.BEAN, null));
        }
        Collections.shuffle(targets, new Random(seed));
        return targets;
    }

    private static Map<String, byte[]> generate(CompiledPipeline pipeline) {
        Map<String, byte[]> classes = new TreeMap<>();
        ClassOutput output = (name, bytes) -> classes.put(name.replace(".class", "").replace('/', '.'), bytes);
        CodeGroups groups = new CodeGroups(pipeline.changes(), name -> true);
        new PipelineGenerator(output).generate(pipeline, groups);
        new ChangeCodeGenerator(output).generate(groups, true);
        new ChangeCodeGenerator(output).generate(groups, false);
        return classes;
    }

    private PipelineSource source(CompiledPipeline pipeline) throws Exception {
        Map<String, byte[]> classes = generate(pipeline);
        ClassLoader loader = new ClassLoader(PipelineGeneratorTest.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                loaded.add(name);
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        return (PipelineSource) loader.loadClass(PipelineGenerator.CLASS_NAME).getConstructor().newInstance();
    }
}
