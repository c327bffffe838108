package io.quarkiverse.flamingock.runtime.engine.environment;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

import io.quarkiverse.flamingock.runtime.engine.port.CallTrace;
import io.quarkiverse.flamingock.runtime.engine.port.CallerTransaction;
import io.quarkiverse.flamingock.runtime.engine.port.CodeTransaction;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeMethod;

/**
 * Runs code of changes so that what it calls is noticed, on whatever thread a target system runs it.
 */
public final class CodeCall {

    private final CallerTransaction transactions;
    private final ThreadLocal<AtomicReference<Running>> threads;
    private final AtomicReference<Running> call;

    CodeCall(CallerTransaction transactions, ThreadLocal<AtomicReference<Running>> threads, AtomicReference<Running> call) {
        this.transactions = transactions;
        this.threads = threads;
        this.call = call;
    }

    /**
     * @param change the id of the change
     * @param method which of its methods
     * @param trace of the call
     * @param code calls it
     * @return what it returns
     * @throws IllegalStateException when it has left another transaction on its thread, which is gone then
     * @throws io.quarkiverse.flamingock.error.NestedCallException when it called an operation that was refused, and went on
     * @throws Exception whatever it throws
     */
    public Object run(String change, ChangeMethod method, CallTrace trace, Callable<Object> code)
            throws Exception {
        String name = "the " + method.name().toLowerCase(Locale.ROOT) + " method of change '" + change + "'";
        trace.enter(new CodeTransaction(transactions.keep(), name));
        Running running = call == null ? null : call.get();
        if (running == null) {
            return trace.call(code);
        }
        AtomicReference<Running> before = threads.get();
        threads.set(call);
        running.code(name);
        try {
            Object result = trace.call(code);
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
