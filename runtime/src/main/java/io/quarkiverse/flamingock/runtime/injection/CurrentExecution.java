package io.quarkiverse.flamingock.runtime.injection;

import jakarta.inject.Singleton;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.spi.Supply;

/**
 * What the change that runs on this thread may be given; read while CDI creates the change.
 */
@Singleton
public class CurrentExecution {

    private record Frame(Supply supply, ChangeContext context) {
    }

    private final ThreadLocal<Frame> frame = new ThreadLocal<>();

    void enter(Supply supply, ChangeContext context) {
        frame.set(new Frame(supply, context));
    }

    void leave() {
        frame.remove();
    }

    Object supply(Class<?> type, String name, boolean orCdi) {
        Frame current = frame.get();
        if (current == null) {
            throw new IllegalStateException("A change is created by the extension only; " + type.getName()
                    + " belongs to the execution of a change and there is none on this thread");
        }
        if (type == ChangeContext.class) {
            return current.context();
        }
        Object value = current.supply().find(type, name);
        if (value == null && orCdi) {
            value = CdiLookup.find(type, name);
        }
        if (value == null) {
            throw new IllegalStateException("Nothing supplies a " + type.getName() + (name == null ? "" : " named " + name)
                    + " to change " + current.context().changeId() + ": add it to target system "
                    + current.context().targetSystemId() + ", or produce it as a CDI bean");
        }
        return value;
    }
}
