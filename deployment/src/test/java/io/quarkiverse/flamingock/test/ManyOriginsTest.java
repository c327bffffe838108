package io.quarkiverse.flamingock.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.runtime.engine.port.CallTrace;
import io.quarkiverse.flamingock.runtime.injection.CdiInvoker;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeMethod;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.test.library.LibraryMarker;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.test.QuarkusUnitTest;

/** Changes of the application, of a library and of another compiler; one is not of this profile. One data store. */
class ManyOriginsTest {

    private static final String KOTLIN = "com/acme/_2__Kotlin";

    @RegisterExtension
    static final QuarkusUnitTest APP = Apps.of(jar -> jar
            .addClass(ForeignClasses.class)
            .add(new ByteArrayAsset(ForeignClasses.kotlin(KOTLIN)), KOTLIN + ".class")
            .add(new ByteArrayAsset(ForeignClasses.companion(KOTLIN)), KOTLIN + "$Companion.class"))
            .withAdditionalDependency(jar -> jar
                    .addPackage(LibraryMarker.class.getPackage())
                    .addAsManifestResource(LibraryMarker.index(), "jandex.idx"))
            .overrideConfigKey("quarkus.datasource.stock.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.stock.jdbc.url", "jdbc:h2:mem:stock")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.flamingock"))
            .assertLogRecords(ManyOriginsTest::saysWhatIsLeftOut);

    @Singleton
    static class Said {
        @Produces
        @Singleton
        AtomicReference<String> said() {
            return new AtomicReference<>();
        }
    }

    @IfBuildProfile("another")
    @Change(id = "of-another-profile", author = "team")
    static class _3__OfAnotherProfile {
        @Apply
        void apply(Thread missing) {
            // would be an error
        }
    }

    @Change(id = "application", author = "team")
    static class _3__Application {
        @Apply
        void apply(AtomicReference<String> said) {
            said.set("hello from the application");
        }
    }

    @Inject
    PipelineSource source;

    @Inject
    CdiInvoker invoker;

    @Inject
    AtomicReference<String> said;

    @Test
    void areInOnePipeline() throws Exception {
        assertThat(source.load().changes()).extracting(ChangeDescriptor::id).containsExactly("library", "kotlin",
                "application");
        assertThat(called(0)).isEqualTo("hello from a library");
        assertThat(called(1)).isEqualTo("com/acme/_2__Kotlin");
        assertThat(called(2)).isEqualTo("hello from the application");
    }

    @Test
    void goToTheOnlyDataStore() {
        assertThat(source.load().targets()).containsExactly(new TargetDescriptor("stock", TargetDescriptor.Kind.JDBC, "stock"));
        assertThat(source.load().changes()).extracting(ChangeDescriptor::targetSystem).containsOnly("stock");
        assertThat(source.load().auditStore()).isEqualTo(new StoreDescriptor(StoreDescriptor.Kind.JDBC, "stock"));
    }

    private String called(int change) throws Exception {
        invoker.invoke(source.load().changes().get(change), ChangeMethod.APPLY, Supply.NONE, null, new CallTrace());
        return said.get();
    }

    private static void saysWhatIsLeftOut(List<LogRecord> records) {
        assertThat(records).filteredOn(record -> record.getLevel().equals(Level.INFO))
                .extracting(record -> String.format(record.getMessage(), record.getParameters()))
                .contains("Change " + _3__OfAnotherProfile.class.getName()
                        + " is not part of this build: its class is excluded from the beans of the application",
                        "Flamingock: 3 changes for 1 target system");
        assertThat(records).as("a transaction takes back what a failure leaves")
                .noneMatch(record -> record.getLevel().equals(Level.WARNING));
    }
}
