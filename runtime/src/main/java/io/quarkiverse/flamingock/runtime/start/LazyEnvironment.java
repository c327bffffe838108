package io.quarkiverse.flamingock.runtime.start;

import java.util.function.Supplier;

import io.quarkiverse.flamingock.runtime.config.RuntimeConfiguration;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.environment.FirstLook;
import io.quarkiverse.flamingock.runtime.engine.environment.RunLog;
import io.quarkiverse.flamingock.runtime.engine.port.Platform;
import io.quarkiverse.flamingock.runtime.injection.CdiInvoker;

/**
 * Makes the engine's surroundings when they are first needed, so that a start with nothing pending loads none of them.
 */
final class LazyEnvironment implements Supplier<Environment> {

    private final FirstLook look;
    private final RuntimeConfiguration configuration;
    private final CdiInvoker invoker;
    private final ShutdownSignal end;
    private Environment made;

    LazyEnvironment(FirstLook look, RuntimeConfiguration configuration, CdiInvoker invoker, ShutdownSignal end) {
        this.look = look;
        this.configuration = configuration;
        this.invoker = invoker;
        this.end = end;
    }

    @Override
    public synchronized Environment get() {
        if (made == null) {
            String version = configuration.applicationVersion();
            made = new Environment(look, new ProcessIdentity(version, configuration.settings().tag().orElse(version)),
                    look.store().lock(), new TargetRegistry(look.source()), invoker,
                    new Platform(new DaemonBackground(), new RandomIds(), end), new RunLog(look.ticker()));
        }
        return made;
    }
}
