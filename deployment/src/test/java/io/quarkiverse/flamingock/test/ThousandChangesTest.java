package io.quarkiverse.flamingock.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.runtime.engine.port.CallTrace;
import io.quarkiverse.flamingock.runtime.injection.CdiInvoker;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeMethod;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkus.test.QuarkusUnitTest;

/** An application with a thousand changes. */
class ThousandChangesTest {

    private static final int COUNT = 1_000;

    @RegisterExtension
    static final QuarkusUnitTest APP = Apps.of(ThousandChangesTest::addChanges)
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.jdbc.url", "jdbc:h2:mem:many");

    @Singleton
    static class Said {
        @Produces
        @Singleton
        AtomicReference<String> said() {
            return new AtomicReference<>();
        }
    }

    @Inject
    PipelineSource source;

    @Inject
    CdiInvoker invoker;

    @Inject
    AtomicReference<String> said;

    @Test
    void isSorted() throws Exception {
        assertThat(source.load().changes()).hasSize(COUNT).extracting(ChangeDescriptor::order).isSorted();
        assertThat(source.load().changes()).extracting(ChangeDescriptor::checksum).doesNotHaveDuplicates();
        invoker.invoke(source.load().changes().get(COUNT - 1), ChangeMethod.APPLY, Supply.NONE, null, new CallTrace());
        assertThat(said.get()).isEqualTo("com/acme/p9/_0999__Change");
    }

    private static void addChanges(JavaArchive jar) {
        jar.addClass(ForeignClasses.class);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, new Random(1));
        for (int number : numbers) {
            String name = String.format("com/acme/p%d/_%04d__Change", number % 10, number);
            jar.add(new ByteArrayAsset(ForeignClasses.small(name, "change-" + number)), name + ".class");
        }
    }
}
