package io.quarkiverse.flamingock.deployment.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;

class KnownTargetsTest {

    private final KnownTargets targets = new KnownTargets(List.of("stock", "<default>"),
            List.of(new ConfiguredTarget("warehouse", "stock", false), new ConfiguredTarget("events", null, true),
                    new ConfiguredTarget("default", "stock", false), new ConfiguredTarget("stock", null, true)),
            List.of(new BeanTarget("stock", "Producers#stock")));

    @Test
    void findsDatasourcesByName() {
        KnownTargets datasources = new KnownTargets(List.of("stock", "<default>"), List.of(), List.of());
        assertThat(datasources.find("stock")).isEqualTo(new TargetDescriptor("stock", Kind.JDBC, "stock"));
        assertThat(datasources.find("default")).isEqualTo(new TargetDescriptor("default", Kind.JDBC, "<default>"));
        assertThat(datasources.find("<default>")).isEqualTo(datasources.find("default"));
        assertThat(datasources.find("other")).isNull();
    }

    @Test
    void takesBeansBeforeConfigurationBeforeDatasources() {
        assertThat(targets.find("stock")).isEqualTo(new TargetDescriptor("stock", Kind.BEAN, null));
        assertThat(targets.withBeans(List.of()).find("stock"))
                .isEqualTo(new TargetDescriptor("stock", Kind.NON_TRANSACTIONAL, null));
        assertThat(targets.find("default")).isEqualTo(new TargetDescriptor("default", Kind.JDBC, "stock"));
        assertThat(targets.find("warehouse")).isEqualTo(new TargetDescriptor("warehouse", Kind.JDBC, "stock"));
        assertThat(targets.find("events")).isEqualTo(new TargetDescriptor("events", Kind.NON_TRANSACTIONAL, null));
    }

    @Test
    void infersTheOnlyDataStore() {
        assertThat(targets.find(null)).isNull();
        assertThat(new KnownTargets(List.of(), List.of(), List.of()).find(null)).isNull();
        assertThat(new KnownTargets(List.of("stock"), List.of(), List.of()).find(null))
                .isEqualTo(new TargetDescriptor("stock", Kind.JDBC, "stock"));
        assertThat(new KnownTargets(List.of("<default>"), List.of(new ConfiguredTarget("events", null, true)), List.of())
                .find(null)).isEqualTo(new TargetDescriptor("default", Kind.JDBC, "<default>"));
    }

    @Test
    void prefersTheDefaultDatasourceToOneThatIsCalledDefault() {
        assertThat(new KnownTargets(List.of("default", "<default>"), List.of(), List.of()).find("default").resource())
                .isEqualTo("<default>");
    }

    @Test
    void knowsAllIds() {
        assertThat(targets.ids()).containsExactly("default", "events", "stock", "warehouse");
    }
}
