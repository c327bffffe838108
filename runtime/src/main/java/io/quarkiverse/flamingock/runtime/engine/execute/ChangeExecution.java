package io.quarkiverse.flamingock.runtime.engine.execute;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.runtime.engine.environment.CodeCall;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.lock.HeldLocks;
import io.quarkiverse.flamingock.runtime.engine.plan.Proof;
import io.quarkiverse.flamingock.runtime.engine.plan.Step;
import io.quarkiverse.flamingock.runtime.engine.port.CallTrace;
import io.quarkiverse.flamingock.runtime.engine.record.Events;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeDescriptor;
import io.quarkiverse.flamingock.runtime.pipeline.ChangeMethod;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Failpoints.Phase;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Supply;
import io.quarkiverse.flamingock.spi.Work;

/**
 * Runs the code of one change.
 */
public final class ChangeExecution {

    private final Environment env;
    private final HeldLocks held;
    private final ChangeEvents events;
    /** Of the last change over several systems that failed. */
    private FirstSystem first = FirstSystem.NOT_UNDONE;

    /**
     * @param env the engine's surroundings
     * @param held the locks
     * @param executionId the run
     */
    public ChangeExecution(Environment env, HeldLocks held, String executionId) {
        this.env = env;
        this.held = held;
        this.events = new ChangeEvents(env, held, new Events(executionId, env.identity()));
    }

    /**
     * @return makes the events of this run
     */
    public ChangeEvents events() {
        return events;
    }

    /**
     * @param execution an execution that is recorded as started
     * @return what became of it
     */
    public Outcome apply(Events.Of execution) {
        return run(execution, ChangeMethod.APPLY, events.runsInTransaction(execution.change()), Phase.WORK_DONE);
    }

    /**
     * Calls the rollback method of a change whose effects may remain.
     *
     * @param execution the execution that failed
     * @return what became of the rollback
     */
    public Outcome rollBack(Events.Of execution) {
        return run(execution, ChangeMethod.ROLLBACK, first(execution.change()).isUndone(), null);
    }

    /**
     * @param change the change that failed last
     * @return what is known of its first target system, where it names several
     */
    public FirstSystem first(ChangeDescriptor change) {
        return change.spans() && events.runsInTransaction(change) ? first : FirstSystem.NOT_UNDONE;
    }

    /**
     * Asks the change itself what its last execution did.
     *
     * @param step a change with a probe
     * @return what it says; NONE where it does not know or threw
     */
    public Proof probe(Step step) {
        return probe(events.last(step));
    }

    /**
     * Asks the change itself what an execution did.
     *
     * @param execution an execution of a change with a probe
     * @return what it says; NONE where it does not know or threw
     */
    public Proof probe(Events.Of execution) {
        ProbeResult[] answer = { ProbeResult.UNKNOWN };
        ChangeDescriptor change = execution.change();
        CodeCall code = env.calls().code();
        CallTrace trace = new CallTrace();
        Outcome outcome = execute(execution, ChangeMethod.PROBE, false, trace, new Work() {
            @Override
            public void run(Supply supply) throws Exception {
                answer[0] = (ProbeResult) code.run(change.id(), ChangeMethod.PROBE, trace, () -> env.invoker().invoke(change,
                        ChangeMethod.PROBE, supply, context(execution), trace));
            }
        });
        if (outcome.kind() != Outcome.Kind.APPLIED || answer[0] == null) {
            env.log().probeFailed(change.id(), change.targetSystem(), outcome.error());
            return Proof.NONE;
        }
        return switch (answer[0]) {
            case APPLIED -> Proof.APPLIED;
            case NOT_APPLIED -> Proof.NOT_APPLIED;
            case PARTLY_APPLIED -> Proof.PARTLY_APPLIED;
            case UNKNOWN -> Proof.NONE;
        };
    }

    /**
     * A process that stood still since its last record may have lost its lock: code without a transaction must not run then.
     */
    private Outcome run(Events.Of execution, ChangeMethod method, boolean transactional, Phase afterwards) {
        held.check();
        ChangeContext context = context(execution);
        CallTrace trace = new CallTrace();
        CodeCall code = env.calls().code();
        Work work = supply -> {
            code.run(execution.change().id(), method, trace,
                    () -> env.invoker().invoke(execution.change(), method, supply, context, trace));
            if (afterwards != null) {
                env.reached(afterwards, execution.change().id());
            }
        };
        return execute(execution, method, transactional, trace, work);
    }

    private Outcome execute(Events.Of execution, ChangeMethod method, boolean transactional, CallTrace trace, Work work) {
        Outcome outcome;
        try {
            outcome = execute(execution.change(), method, call(execution, transactional), trace, work);
        } catch (RuntimeException e) {
            env.checkOverdue(execution.change().id(), env.errors().reported(e));
            throw e;
        }
        if (outcome.kind() != Outcome.Kind.APPLIED) {
            env.checkOverdue(execution.change().id(), env.errors().reported(outcome.error()));
        }
        return outcome;
    }

    private Outcome execute(ChangeDescriptor change, ChangeMethod method, ChangeCall call, CallTrace trace, Work work) {
        Systems systems = Systems.of(change, env.targets());
        if (!change.spans()) {
            return trace.judged(systems.first().execute(call, work));
        }
        SpanningCall spanning = new SpanningCall(systems, trace, held);
        if (method == ChangeMethod.ROLLBACK && call.transactional()) {
            return spanning.takeBack(call, work);
        }
        Outcome outcome = spanning.apply(call, work);
        if (spanning.late() != null) {
            env.log().committedBefore(change.id(), change.targetSystem(), spanning.late());
        }
        if (method == ChangeMethod.APPLY) {
            first = spanning.first();
        }
        return outcome;
    }

    private ChangeCall call(Events.Of execution, boolean transactional) {
        return new ChangeCall(env.settings().service(), execution.change().id(), execution.change().checksum(),
                execution.token(), transactional, execution.seen());
    }

    private ChangeContext context(Events.Of execution) {
        String id = execution.change().id();
        return new ChangeContext(id, events.events().executionId(), execution.attempt(), execution.change().targetSystem(),
                execution.token(), env.settings().service() + "/" + id);
    }
}
