package io.quarkiverse.flamingock.runtime.injection;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.runtime.engine.port.CallTrace;
import io.quarkiverse.flamingock.runtime.pipeline.ArgumentSource;
import io.quarkiverse.flamingock.runtime.pipeline.Lookups;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;

/**
 * The arguments of one call of a change. What CDI makes for it is destroyed with it.
 */
final class CallArguments implements ArgumentSource, AutoCloseable {

    private final Supply supply;
    private final ChangeContext context;
    private final CallTrace trace;
    private final List<InstanceHandle<? extends Lookups>> opened = new ArrayList<>();

    CallArguments(Supply supply, ChangeContext context, CallTrace trace) {
        this.supply = supply;
        this.context = context;
        this.trace = trace;
    }

    @Override
    public void begin() {
        trace.begin();
    }

    @Override
    public Object context() {
        return context;
    }

    @Override
    public Object supplied(Class<?> type, String name) {
        Object value = supply.find(type, name);
        if (value == null) {
            throw missing(type, name);
        }
        return supplied(value, type, name);
    }

    @Override
    public Object suppliedOrInjected(Class<?> type, String name, Class<? extends Lookups> lookups, int lookup) {
        Object value = supply.find(type, name);
        if (value != null) {
            return supplied(value, type, name);
        }
        if (!open(lookups).isResolvable(lookup)) {
            throw missing(type, name);
        }
        return unwatched(open(lookups).get(lookup));
    }

    @Override
    public Object injected(Class<? extends Lookups> lookups, int lookup) {
        return unwatched(open(lookups).get(lookup));
    }

    private Object supplied(Object value, Class<?> type, String name) {
        if (!supply.watches(type, name)) {
            return unwatched(value);
        }
        trace.givenWatched();
        return value;
    }

    private Object unwatched(Object value) {
        if (!Values.isValue(value)) {
            trace.givenUnwatched();
        }
        return value;
    }

    private Lookups open(Class<? extends Lookups> lookups) {
        for (InstanceHandle<? extends Lookups> handle : opened) {
            if (handle.getBean().getBeanClass() == lookups) {
                return handle.get();
            }
        }
        InstanceHandle<? extends Lookups> handle = Arc.container().instance(lookups);
        opened.add(handle);
        return handle.get();
    }

    private IllegalStateException missing(Class<?> type, String name) {
        return new IllegalStateException("Nothing supplies a " + type.getName() + (name == null ? "" : " named " + name)
                + " to change " + context.changeId() + ": add it to target system " + context.targetSystemId()
                + ", or produce it as a CDI bean");
    }

    @Override
    public void close() {
        opened.forEach(InstanceHandle::close);
    }
}
