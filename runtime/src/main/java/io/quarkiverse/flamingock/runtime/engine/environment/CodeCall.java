package io.quarkiverse.flamingock.runtime.engine.environment;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

import io.quarkiverse.flamingock.runtime.pipeline.ChangeMethod;

/**
 * Runs code of changes so that what it calls is noticed, on whatever thread a target system runs it.
 */
public final class CodeCall {

    private final ThreadLocal<AtomicReference<Running>> threads;
    private final AtomicReference<Running> call;

    CodeCall(ThreadLocal<AtomicReference<Running>> threads, AtomicReference<Running> call) {
        this.threads = threads;
        this.call = call;
    }

    /**
     * @param change the id of the change
     * @param method which of its methods
     * @param code calls it
     * @return what it returns
     * @throws io.quarkiverse.flamingock.error.NestedCallException when it called an operation that was refused, and went on
     * @throws Exception whatever it throws
     */
    public Object run(String change, ChangeMethod method, Callable<Object> code) throws Exception {
        Running running = call == null ? null : call.get();
        if (running == null) {
            return code.call();
        }
        AtomicReference<Running> before = threads.get();
        threads.set(call);
        running.code("the " + method.name().toLowerCase(Locale.ROOT) + " method of change '" + change + "'");
        try {
            Object result = code.call();
            running.check();
            return result;
        } finally {
            running.code(null);
            if (before == null) {
                threads.remove();
            } else {
                threads.set(before);
            }
        }
    }
}
