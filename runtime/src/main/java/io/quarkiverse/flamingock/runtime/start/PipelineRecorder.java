package io.quarkiverse.flamingock.runtime.start;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/**
 * Publishes the pipeline that the build generated.
 */
@Recorder
public class PipelineRecorder {

    /**
     * @param source the generated class
     * @return the same, as the recorder can pass it on
     */
    public RuntimeValue<PipelineSource> pipeline(RuntimeValue<PipelineSource> source) {
        return source;
    }

    /**
     * @return the facade of a build that leaves out the extension
     */
    public RuntimeValue<Flamingock> disabled() {
        return new RuntimeValue<>(new NoChanges("Flamingock is not enabled in this build (quarkus.flamingock.enabled=false)"));
    }
}
