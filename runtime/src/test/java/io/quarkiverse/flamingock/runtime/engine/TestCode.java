package io.quarkiverse.flamingock.runtime.engine;

import java.util.List;
import java.util.function.Supplier;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.ArgumentSource;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeCode;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeMethod;
import io.quarkiverse.flamingock.test.memory.Effects;

/** A change whose methods are given by a test. */
record TestCode(String id, World.Code apply, World.Code rollback, Supplier<ProbeResult> probe,
        Supplier<Exception> unprepared, List<String> outsideEffects) implements ChangeCode {

    TestCode with(Supplier<ProbeResult> answer) {
        return new TestCode(id, apply, rollback, answer, unprepared, outsideEffects);
    }

    TestCode unprepared(Supplier<Exception> error) {
        return new TestCode(id, apply, rollback, probe, error, outsideEffects);
    }

    TestCode outside(List<String> effects) {
        return new TestCode(id, apply, rollback, probe, unprepared, effects);
    }

    @Override
    public List<Argument> arguments() {
        return List.of(new Argument("Parameter 'effects' of com.acme." + id + "#apply", Effects.class, null));
    }

    @Override
    public Object call(ChangeMethod method, ArgumentSource arguments) throws Exception {
        if (method == ChangeMethod.PROBE) {
            arguments.begin();
            return probe.get();
        }
        Effects effects = (Effects) arguments.supplied(Effects.class, null);
        ChangeContext context = (ChangeContext) arguments.context();
        Exception error = unprepared == null ? null : unprepared.get();
        if (error != null) {
            throw error;
        }
        arguments.begin();
        (method == ChangeMethod.APPLY ? apply : rollback).run(effects, context);
        return null;
    }
}
