package io.quarkiverse.flamingock.runtime.engine;

import java.util.List;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.ArgumentSource;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeCode;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeMethod;

/**
 * Odd pieces for engine tests.
 */
public final class Fixtures {

    private Fixtures() {
    }

    /** An engine whose change has one more parameter. */
    public static Engine withArgument(World world, String id, Class<?> type, String name, String parameter) {
        return withArgument(world, id, new Argument("Parameter '" + parameter + "' of com.acme." + id + "#apply", type, name));
    }

    /** An engine whose change has such a parameter. */
    public static Engine withArgument(World world, String id, Argument argument) {
        ChangeCode code = new ChangeCode() {
            @Override
            public List<Argument> arguments() {
                return List.of(argument);
            }

            @Override
            public Object call(ChangeMethod method, ArgumentSource arguments) {
                throw new AssertionError("must not run");
            }
        };
        world.put(new ChangeDescriptor(id, id, "team", "", "com.acme." + id, "db", true,
                RecoveryStrategy.MANUAL_INTERVENTION, "v1", false, false, index -> code, 0));
        return world.engine();
    }
}
