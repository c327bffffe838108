package io.quarkiverse.flamingock.runtime.engine;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.runtime.engine.port.CallTrace;
import io.quarkiverse.flamingock.runtime.pipeline.ArgumentSource;
import io.quarkiverse.flamingock.runtime.pipeline.Lookups;
import io.quarkiverse.flamingock.spi.Supply;

/** What the target system supplies, and the context; there is no CDI here. */
record TestArguments(Supply supply, ChangeContext context, CallTrace trace) implements ArgumentSource {

    @Override
    public void begin() {
        trace.begin();
    }

    @Override
    public Object supplied(Class<?> type, String name) {
        Object value = supply.find(type, name);
        if (supply.watches(type, name)) {
            trace.givenWatched();
        }
        return value;
    }

    @Override
    public Object suppliedOrInjected(Class<?> type, String name, Class<? extends Lookups> lookups, int lookup) {
        return supply.find(type, name);
    }

    @Override
    public Object injected(Class<? extends Lookups> lookups, int lookup) {
        throw new UnsupportedOperationException();
    }
}
