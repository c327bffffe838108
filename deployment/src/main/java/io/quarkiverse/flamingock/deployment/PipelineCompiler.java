package io.quarkiverse.flamingock.deployment;

import java.util.ArrayList;
import java.util.List;

import org.jboss.jandex.IndexView;

import io.quarkiverse.flamingock.deployment.checksum.ChangeChecksum;
import io.quarkiverse.flamingock.deployment.generate.CompiledChange;
import io.quarkiverse.flamingock.deployment.generate.CompiledPipeline;
import io.quarkiverse.flamingock.deployment.scan.ClassFiles;
import io.quarkiverse.flamingock.deployment.scan.ScannedChange;
import io.quarkiverse.flamingock.deployment.targets.ChangeTargets;
import io.quarkiverse.flamingock.deployment.targets.DataStore;
import io.quarkiverse.flamingock.deployment.validate.Application;
import io.quarkiverse.flamingock.runtime.pipeline.StoreDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.TargetDescriptor;

/**
 * Turns valid changes into what is generated.
 */
final class PipelineCompiler {

    private final Application application;
    private final CodeCompiler code;
    private final ChangeChecksum checksum;

    PipelineCompiler(Application application, CodeCompiler code, IndexView index) {
        this.application = application;
        this.code = code;
        this.checksum = new ChangeChecksum(ClassFiles.ofBuild(index));
    }

    CompiledPipeline compile() {
        List<CompiledChange> changes = new ArrayList<>();
        // Also those that no change names any more: a change that was interrupted there may be gone.
        List<TargetDescriptor> targets = new ArrayList<>(application.targets().all());
        for (ScannedChange change : application.changes()) {
            ChangeTargets named = ChangeTargets.of(change, application.targets());
            changes.add(new CompiledChange(change.id(), change.order(), change.author(), change.description(),
                    change.className(), named.first().id(),
                    named.others().stream().map(TargetDescriptor::id).toList(), change.phase(), change.transactional(),
                    change.recovery(),
                    checksum.of(change),
                    code.compile(change, named)));
        }
        return new CompiledPipeline(changes, targets, auditStore());
    }

    private StoreDescriptor auditStore() {
        DataStore store = application.auditStore().resolve(application.targets());
        return new StoreDescriptor(store.kind(), store.name());
    }
}
