package io.quarkiverse.flamingock.runtime.engine;

import java.util.List;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Phase;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.ArgumentSource;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeCode;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeMethod;
import io.quarkiverse.flamingock.test.memory.Effects;

/**
 * A change of {@code db} and {@code files}, given by a test.
 */
public abstract class SpanningCode implements ChangeCode {

    /** Null for a change without a probe. */
    public ProbeResult answer;
    public RecoveryStrategy recovery = RecoveryStrategy.MANUAL_INTERVENTION;
    public String first = "db";
    public List<String> also = List.of("files");

    protected abstract void apply(Effects db, Effects files, ChangeContext context) throws Exception;

    protected abstract void rollback(Effects db, Effects files) throws Exception;

    /** Makes it a change of the application. */
    public void in(World world, String id) {
        world.put(new ChangeDescriptor(id, id, "team", "", "com.acme." + id, first, also, Phase.SCHEMA, true, recovery,
                "v1", true,
                answer != null, index -> this, 0));
    }

    @Override
    public List<Argument> arguments() {
        return List.of(new Argument("Parameter 'effects' of com.acme#apply", Effects.class, null),
                new Argument("Parameter 'others' of com.acme#apply", Effects.class, also.get(0)));
    }

    @Override
    public Object call(ChangeMethod method, ArgumentSource arguments) throws Exception {
        if (method == ChangeMethod.PROBE) {
            arguments.begin();
            return answer;
        }
        Effects db = (Effects) arguments.supplied(Effects.class, null);
        Effects files = (Effects) arguments.supplied(Effects.class, also.get(0));
        ChangeContext context = (ChangeContext) arguments.context();
        arguments.begin();
        if (method == ChangeMethod.APPLY) {
            apply(db, files, context);
        } else {
            rollback(db, files);
        }
        return null;
    }
}
