package io.quarkiverse.flamingock.runtime.engine;

import java.util.List;

import io.quarkiverse.flamingock.RecoveryStrategy;
import io.quarkiverse.flamingock.runtime.pipeline.Argument;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.Invocation;

/**
 * Odd pieces for engine tests.
 */
public final class Fixtures {

    private Fixtures() {
    }

    /** An engine whose change has one more parameter. */
    public static Engine withArgument(World world, String id, Class<?> type, String name, String parameter) {
        return withArguments(world, id, List.of(),
                List.of(new Argument(Argument.Source.TARGET_OR_CDI, type, name, parameter)));
    }

    /** An engine whose change has such parameters. */
    public static Engine withArguments(World world, String id, List<Argument> constructor, List<Argument> method) {
        Invocation apply = new Invocation("com.acme." + id + "#apply", arguments -> {
            throw new AssertionError("must not run");
        }, method);
        world.put(new ChangeDescriptor(id, id, "team", "", "com.acme." + id, "db", true,
                RecoveryStrategy.MANUAL_INTERVENTION, "v1", constructor, apply, null, null));
        return world.engine();
    }
}
