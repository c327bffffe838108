package io.quarkiverse.flamingock.runtime.engine.execute;

import java.time.Duration;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.ProbeResult;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.runtime.engine.environment.CodeCall;
import io.quarkiverse.flamingock.runtime.engine.environment.Environment;
import io.quarkiverse.flamingock.runtime.engine.lock.HeldLocks;
import io.quarkiverse.flamingock.runtime.engine.plan.Evidence;
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
 * Runs the code of one change and makes the events that tell of it.
 */
public final class ChangeExecution {

    private final Environment env;
    private final HeldLocks held;
    private final Events events;
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
        this.events = new Events(executionId, env.identity());
    }

    /**
     * @param step a change
     * @return its next execution
     */
    public Events.Of first(Step step) {
        return new Events.Of(step.change(), attempt(step) + 1, step.interruptions(), held.token(step.target()),
                isTransactional(step));
    }

    /**
     * Whether a marker that is missing will prove that nothing is there: of a change over several systems it proves only what
     * became of the first.
     *
     * @param step a change
     * @return whether all that its next execution does takes part in a transaction of its target system
     */
    public boolean isTransactional(Step step) {
        return !step.change().spans() && runsInTransaction(step.change());
    }

    /**
     * @param change a change
     * @return whether its code runs in a transaction of its target system, of the first one where it names several
     */
    public boolean runsInTransaction(ChangeDescriptor change) {
        return change.transactional() && env.targets().get(change.targetSystem()).transactional();
    }

    /**
     * @param execution an execution
     * @param state what happened
     * @return the event
     */
    public AuditEvent event(Events.Of execution, ChangeState state) {
        return events.event(execution, state);
    }

    /**
     * @param execution an execution
     * @param state what happened
     * @param duration how long it took, may be null
     * @param error its error, may be null
     * @return the event
     */
    public AuditEvent event(Events.Of execution, ChangeState state, Duration duration, String error) {
        return events.event(execution, state, duration, error);
    }

    /**
     * @param step a change with evidence of its last execution
     * @param state what that has come to
     * @return what is proven of the execution before this run
     */
    public AuditEvent proven(Step step, ChangeState state) {
        Evidence evidence = step.evidence();
        Events.Of earlier = new Events.Of(step.change(), Math.max(1, attempt(step)), step.interruptions(),
                held.token(step.target()), step.last() == null || step.last().transactional());
        // An edit after the execution is seen by the next start only if the checksum is that of the code that ran.
        String checksum = evidence.checksum() == null ? step.change().checksum() : evidence.checksum();
        return events.settled(earlier, state, checksum, evidence.by(), evidence.token());
    }

    /**
     * @param execution an execution that has failed
     * @param state what the change's own probe says that it has come to
     * @return the event
     */
    public AuditEvent probed(Events.Of execution, ChangeState state) {
        return events.settled(execution, state, execution.change().checksum(), Evidence.PROBE, execution.token());
    }

    /**
     * @param execution an execution that is recorded as started
     * @return what became of it
     */
    public Outcome apply(Events.Of execution) {
        return run(execution, ChangeMethod.APPLY, runsInTransaction(execution.change()), Phase.WORK_DONE);
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
        return change.spans() && runsInTransaction(change) ? first : FirstSystem.NOT_UNDONE;
    }

    /**
     * Asks the change itself what its last execution did.
     *
     * @param step a change with a probe
     * @return what it says; NONE where it does not know or threw
     */
    public Proof probe(Step step) {
        return probe(new Events.Of(step.change(), attempt(step), step.interruptions(), held.token(step.target()), false));
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
                answer[0] = (ProbeResult) code.run(change.id(), ChangeMethod.PROBE, () -> env.invoker().invoke(change,
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
            code.run(execution.change().id(), method,
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
                execution.token(), transactional);
    }

    private ChangeContext context(Events.Of execution) {
        String id = execution.change().id();
        return new ChangeContext(id, events.executionId(), execution.attempt(), execution.change().targetSystem(),
                execution.token(), env.settings().service() + "/" + id);
    }

    private static int attempt(Step step) {
        return step.last() == null ? 0 : step.last().attempt();
    }
}
