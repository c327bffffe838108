package io.quarkiverse.flamingock.runtime.pipeline;

/**
 * Implemented by the class that the build generates.
 */
public interface PipelineSource {

    /**
     * @return the pipeline of the application
     */
    Pipeline pipeline();
}
