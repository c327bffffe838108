package io.quarkiverse.flamingock.runtime.start;

import java.util.List;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.result.BaselineScope;
import io.quarkiverse.flamingock.runtime.config.BaselineConfig;
import io.quarkiverse.flamingock.runtime.config.Bounds;
import io.quarkiverse.flamingock.runtime.config.FlamingockRuntimeConfig;
import io.quarkiverse.flamingock.runtime.config.RuntimeConfiguration;
import io.quarkiverse.flamingock.runtime.engine.Engine;
import io.quarkiverse.flamingock.runtime.engine.port.CallerTransaction;
import io.quarkiverse.flamingock.runtime.engine.port.Platform;
import io.quarkiverse.flamingock.runtime.engine.settings.Settings;
import io.quarkiverse.flamingock.runtime.injection.CdiInvoker;
import io.quarkiverse.flamingock.runtime.pipeline.LazyPipeline;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor;
import io.quarkiverse.flamingock.spi.AuditStore;
import io.quarkiverse.flamingock.spi.AuditStoreKind;
import io.quarkiverse.flamingock.spi.Failpoints;
import io.quarkiverse.flamingock.spi.Redactor;

/**
 * Makes the facade from what the build found and what is configured.
 */
@Singleton
public class FlamingockProducer {

    @Produces
    @Singleton
    Flamingock flamingock(PipelineSource source, CdiInvoker invoker, RuntimeConfiguration configuration,
            ShutdownSignal end, Instance<CallerTransaction> caller, Instance<Failpoints> failpoints,
            Instance<Redactor> redactors) {
        if (source.auditStore() == null) {
            return new NoChanges("This application has no changes");
        }
        PipelineSource pipeline = new LazyPipeline(source);
        FlamingockRuntimeConfig config = configuration.settings();
        String version = configuration.applicationVersion();
        AuditStore store = auditStore(pipeline.auditStore());
        Platform platform = new Platform(new SystemTicker(end), new DaemonBackground(), new RandomIds(), end,
                caller.isUnsatisfied() ? CallerTransaction.NONE : caller.get(),
                failpoints.isUnsatisfied() ? Failpoints.NONE : failpoints.get(), new RedactorBeans(redactors));
        return new Engine(pipeline, settings(config), new ProcessIdentity(version, config.tag().orElse(version)),
                store, store.lock(), new TargetRegistry(pipeline), invoker, platform);
    }

    private static Settings settings(FlamingockRuntimeConfig config) {
        Bounds.check(config);
        return new Settings(config.service(),
                new Settings.Policies(config.onIssue(), config.onModified(), config.onOutOfOrder(), config.onInactive(),
                        config.failOnAuditUnavailable(), config.newHistory(),
                        config.replacesAuditStore().orElse(null)),
                config.lock().lease(), new Settings.Limits(config.maxInterruptedAttempts(), config.conflictRetries(),
                        config.connectRetries(),
                        config.connectRetryInterval()),
                config.auditStore().hmacKey().orElse(null), config.auditStore().hmacKeySince(), LaunchCommand.ofThisProcess(),
                baseline(config.baseline()));
    }

    private static Settings.Baseline baseline(BaselineConfig config) {
        if (config.toOrder().isEmpty() && config.changeIds().isEmpty()) {
            return null;
        }
        return new Settings.Baseline(new BaselineScope(config.toOrder().orElse(null), config.changeIds().orElse(List.of())),
                config.reason().orElse(null));
    }

    /** The store itself is a bean, or who opens those of its kind. */
    private static AuditStore auditStore(StoreDescriptor store) {
        if (StoreDescriptor.Kind.BEAN.equals(store.kind())) {
            AuditStore bean = IdentifiedBeans.find(AuditStore.class, store.resource());
            if (bean != null) {
                return bean;
            }
        } else {
            AuditStoreKind kind = IdentifiedBeans.find(AuditStoreKind.class, store.kind());
            if (kind != null) {
                return kind.open(store.resource());
            }
        }
        throw new AuditStoreUnavailableException("Nothing in this application can open the audit store '" + store.resource()
                + "' of kind " + store.kind());
    }
}
