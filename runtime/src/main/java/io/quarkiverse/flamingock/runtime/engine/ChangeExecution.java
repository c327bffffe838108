package io.quarkiverse.flamingock.runtime.engine;

import java.time.Duration;

import io.quarkiverse.flamingock.AuditEvent;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.ChangeState;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.Invocation;
import io.quarkiverse.flamingock.spi.Execution;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.spi.TargetSystem;
import io.quarkiverse.flamingock.spi.Work;

/**
 * Runs the code of one change and makes the events that tell of it.
 */
final class ChangeExecution {

    private static final String BY_MARKER = "MARKER";

    private final Settings settings;
    private final TargetSystems targets;
    private final ChangeInvoker invoker;
    private final HeldLocks held;
    private final Events events;

    ChangeExecution(Settings settings, TargetSystems targets, ChangeInvoker invoker, HeldLocks held, Events events) {
        this.settings = settings;
        this.targets = targets;
        this.invoker = invoker;
        this.held = held;
        this.events = events;
    }

    AuditEvent started(Step step) {
        return events.event(attempt(step), ChangeState.STARTED);
    }

    AuditEvent executed(Step step, Duration duration) {
        return events.event(attempt(step), ChangeState.EXECUTED, duration, null, null);
    }

    AuditEvent failed(Step step, Duration duration, String error) {
        return events.event(attempt(step), ChangeState.EXECUTION_FAILED, duration, error, null);
    }

    AuditEvent rolledBack(Step step) {
        return events.event(attempt(step), ChangeState.ROLLED_BACK);
    }

    /** Whatever was intended: no transaction has held these effects together, so no marker can tell of them. */
    AuditEvent failedPartly(Step step, Duration duration, String error) {
        return events.event(withoutTransaction(step), ChangeState.EXECUTION_FAILED, duration, error, null);
    }

    AuditEvent provenApplied(Step step) {
        return events.event(earlier(step), ChangeState.EXECUTED, null, null, BY_MARKER);
    }

    AuditEvent provenNotApplied(Step step) {
        return events.event(earlier(step), ChangeState.ROLLED_BACK, null, null, BY_MARKER);
    }

    Outcome apply(Step step) {
        TargetSystem target = targets.get(step.target());
        return run(step, target, step.change().apply(), isTransactional(step.change(), target));
    }

    /**
     * Calls the rollback method of a change whose effects may remain.
     *
     * @return what to record
     */
    AuditEvent rollBack(Step step, Throwable changeError) {
        Outcome outcome = run(step, targets.get(step.target()), step.change().rollback(), false);
        return outcome.kind() == Outcome.Kind.APPLIED
                ? events.event(withoutTransaction(step), ChangeState.ROLLED_BACK)
                : events.event(withoutTransaction(step), ChangeState.ROLLBACK_FAILED, null,
                        ErrorText.both(outcome.error(), changeError), null);
    }

    private Outcome run(Step step, TargetSystem target, Invocation invocation, boolean transactional) {
        ChangeDescriptor change = step.change();
        long token = held.token(step.target());
        ChangeContext context = new ChangeContext(change.id(), events.executionId(), number(step), step.target(), token,
                settings.service() + "/" + change.id());
        Work work = new Work() {
            @Override
            public void run(Supply supply) throws Exception {
                invoker.invoke(invocation, supply, context);
            }
        };
        return target.execute(new Execution(settings.service(), change.id(), change.checksum(), token, transactional), work);
    }

    private Events.Of attempt(Step step) {
        return new Events.Of(step.change(), number(step), held.token(step.target()),
                isTransactional(step.change(), targets.get(step.target())));
    }

    private Events.Of withoutTransaction(Step step) {
        return new Events.Of(step.change(), number(step), held.token(step.target()), false);
    }

    /** The execution before this run, whose outcome is only found out now. */
    private Events.Of earlier(Step step) {
        return new Events.Of(step.change(), step.last() == null ? 1 : step.last().attempt(), held.token(step.target()), true);
    }

    private static int number(Step step) {
        return step.last() == null ? 1 : step.last().attempt() + 1;
    }

    private static boolean isTransactional(ChangeDescriptor change, TargetSystem target) {
        return change.transactional() && target.transactional();
    }
}
