package io.quarkiverse.flamingock.deployment;

import io.quarkiverse.flamingock.deployment.generate.CompiledPipeline;
import io.quarkus.builder.item.SimpleBuildItem;

/**
 * The pipeline of the application: valid and sorted.
 */
public final class PipelineBuildItem extends SimpleBuildItem {

    private final CompiledPipeline pipeline;

    PipelineBuildItem(CompiledPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * @return the pipeline; empty for an application without changes
     */
    public CompiledPipeline getPipeline() {
        return pipeline;
    }
}
