package io.quarkiverse.flamingock.runtime.pipeline;

/**
 * Loads the pipeline when it is first asked for, and keeps it.
 */
public final class LazyPipeline implements PipelineSource {

    private final PipelineSource source;
    private volatile Pipeline loaded;

    /**
     * @param source makes the pipeline
     */
    public LazyPipeline(PipelineSource source) {
        this.source = source;
    }

    @Override
    public String fingerprint() {
        return source.fingerprint();
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public StoreDescriptor auditStore() {
        return source.auditStore();
    }

    @Override
    public Pipeline load() {
        Pipeline pipeline = loaded;
        if (pipeline == null) {
            pipeline = source.load();
            loaded = pipeline;
        }
        return pipeline;
    }
}
