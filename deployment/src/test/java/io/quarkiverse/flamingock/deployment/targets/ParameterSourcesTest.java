package io.quarkiverse.flamingock.deployment.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.sql.DataSource;

import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Named;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.deployment.Indexes;
import io.quarkiverse.flamingock.deployment.scan.ChangeScanner;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.scan.ScannedParameter;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor.Kind;
import io.quarkus.arc.All;

class ParameterSourcesTest {

    private record Hidden() {
    }

    @interface Registered {
    }

    @interface Nonsense {
    }

    @Change(id = "1", author = "team")
    static class _1__Change {
        @Apply
        void apply(ChangeContext context, Connection connection, DataSource dataSource, @Named("x") DataSource namedDataSource,
                @io.quarkus.agroal.DataSource("x") DataSource otherDataSource, String text, @Named("x") String named,
                @Default String byDefault, @ConfigProperty(name = "x") String configured, @Registered String registered,
                @Nonsense String nonsense, int number, Hidden hidden, byte[] bytes, Hidden[] hiddenBytes,
                List<String> list, @All List<String> all, Instance<String> instance, Logger logger) {
            // scanned only
        }
    }

    private final IndexView index = Indexes.of(_1__Change.class);
    private final ParameterSources sources = new ParameterSources(Indexes.classFiles(index),
            new Qualifiers(Indexes.classFiles(index), Set.of(DotName.createSimple(Registered.class))));
    private final ScannedChange change = new ChangeScanner(index, annotation -> false).scan().get(0);

    @Test
    void ofADatasource() {
        assertThat(sources(new TargetDescriptor("x", Kind.JDBC, "x"))).containsExactlyInAnyOrderEntriesOf(Map.of(
                Source.CONTEXT, "context",
                Source.TARGET, "connection dataSource",
                Source.CDI, "namedDataSource otherDataSource text named byDefault registered nonsense number hidden bytes"
                        + " hiddenBytes list all instance",
                Source.CONFIGURATION, "configured", Source.LOGGER, "logger"));
    }

    @Test
    void ofAConfiguredTargetSystem() {
        assertThat(sources(new TargetDescriptor("x", Kind.NON_TRANSACTIONAL, null)))
                .containsOnlyKeys(Source.CONTEXT, Source.CDI, Source.CONFIGURATION, Source.LOGGER);
    }

    @Test
    void ofABeanOrAnUnknownTargetSystem() {
        Map<Source, String> expected = Map.of(
                Source.CONTEXT, "context",
                Source.TARGET_OR_CDI, "connection dataSource namedDataSource text named byDefault nonsense number hidden"
                        + " bytes hiddenBytes list",
                Source.CDI, "otherDataSource registered all instance",
                Source.CONFIGURATION, "configured", Source.LOGGER, "logger");
        assertThat(sources(new TargetDescriptor("x", Kind.BEAN, null))).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(sources(null)).containsExactlyInAnyOrderEntriesOf(expected);
    }

    private List<ScannedParameter> parameters() {
        return change.applyMethods().get(0).parameters();
    }

    private Map<Source, String> sources(TargetDescriptor target) {
        Map<Source, String> names = new TreeMap<>();
        for (ScannedParameter parameter : parameters()) {
            names.merge(sources.of(parameter, target), parameter.name(), (one, two) -> one + " " + two);
        }
        return names;
    }
}
