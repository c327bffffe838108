package io.quarkiverse.flamingock.runtime.start;

import java.util.List;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.result.AcceptResult;
import io.quarkiverse.flamingock.result.FixResult;
import io.quarkiverse.flamingock.result.RebuildResult;
import io.quarkiverse.flamingock.result.VerifyResult;
import io.quarkiverse.flamingock.runtime.config.AcceptConfig;
import io.quarkiverse.flamingock.runtime.config.FixConfig;
import io.quarkiverse.flamingock.runtime.config.FlamingockRuntimeConfig;
import io.quarkiverse.flamingock.runtime.devmode.DevelopmentExit;
import io.quarkiverse.flamingock.runtime.devmode.DevelopmentStart;
import io.quarkiverse.flamingock.runtime.devmode.StartProblem;
import io.quarkiverse.flamingock.runtime.engine.Engine;
import io.quarkiverse.flamingock.runtime.engine.environment.Stage;
import io.quarkiverse.flamingock.runtime.pipeline.PipelineSource;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.runtime.init.InitRuntimeConfig;
import io.quarkus.runtime.shutdown.ShutdownListener;

/**
 * What the extension does when the application starts.
 */
@Recorder
public class StartRecorder {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.flamingock");

    private final RuntimeValue<FlamingockRuntimeConfig> config;
    private final RuntimeValue<InitRuntimeConfig> init;

    /**
     * @param config what is configured for this start
     * @param init whether it ends before the application
     */
    public StartRecorder(RuntimeValue<FlamingockRuntimeConfig> config, RuntimeValue<InitRuntimeConfig> init) {
        this.config = config;
        this.init = init;
    }

    /**
     * @return lets the end of the application wait for what is being applied
     */
    public ShutdownListener shutdownListener() {
        return Arc.container().instance(ShutdownSignal.class).get();
    }

    /**
     * Records a resolution and ends the process, or applies what is pending before the application; an error ends the start.
     *
     * @return whether something is left to apply at the end of the start
     */
    public RuntimeValue<Boolean> start() {
        boolean left;
        try {
            left = started(config.getValue());
        } catch (FlamingockException e) {
            throw FailedStart.of(e);
        }
        if (left && init.getValue().initAndExit()) {
            LOG.warn("This start ends before the application (quarkus.init-and-exit=true), so changes of phase APPLICATION are"
                    + " left. The next start of the application itself applies them");
            left = false;
        }
        return new RuntimeValue<>(left);
    }

    /**
     * Applies what is left; an error ends the start.
     *
     * @param left whether anything is
     */
    public void end(RuntimeValue<Boolean> left) {
        if (left.getValue() && Arc.container().instance(Flamingock.class).get() instanceof Engine engine) {
            try {
                applied(engine.at(Stage.END_OF_START));
            } catch (FlamingockException e) {
                throw FailedStart.of(e);
            }
        }
    }

    private static boolean applied(Engine engine) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            return new DevelopmentStart(engine, Arc.container().instance(PipelineSource.class).get().fingerprint(),
                    Arc.container().instance(StartProblem.class).get()).applied();
        }
        return engine.applyAtStart();
    }

    private static boolean started(FlamingockRuntimeConfig settings) {
        if (!settings.active()) {
            LOG.info("Flamingock is not active at this start (quarkus.flamingock.active=false): no change is applied or looked"
                    + " at");
            return false;
        }
        Flamingock flamingock = Arc.container().instance(Flamingock.class).get();
        if (flamingock instanceof Engine engine) {
            flamingock = engine.at(Stage.BEFORE_APPLICATION);
        }
        if (settings.fix().changeId().isPresent()) {
            fixAndExit(flamingock, settings.fix());
        }
        if (settings.accept().changeId().isPresent()) {
            acceptAndExit(flamingock, settings.accept());
        }
        if (settings.rebuild()) {
            rebuildAndExit(flamingock);
        }
        if (settings.verify()) {
            verifyAndExit(flamingock.verify());
        }
        if (!settings.applyAtStart()) {
            new PendingCheck(flamingock, settings.onPending()).look();
        } else if (flamingock instanceof Engine engine) {
            return applied(engine);
        } else {
            flamingock.apply();
        }
        return false;
    }

    private static void fixAndExit(Flamingock flamingock, FixConfig fix) {
        String changeId = fix.changeId().get();
        if (fix.resolution().isEmpty()) {
            throw new FlamingockException("quarkus.flamingock.fix.change-id is '" + changeId
                    + "', but it is not said what was found"
                    + " in the target system. Set quarkus.flamingock.fix.resolution to EXECUTED where the change is there, or to"
                    + " ROLLED_BACK where it is not. Nothing was recorded or applied");
        }
        FixResult result = flamingock.fix(changeId, fix.resolution().get(), fix.reason().orElse(null));
        String message = "Change '" + result.changeId() + "' "
                + (result.before() == null ? "was never executed here" : "was " + result.before()) + " and is recorded as "
                + result.after()
                + " now; " + next(result) + ". Nothing was applied.";
        if (result.warning() != null) {
            LOG.warn(result.warning());
        }
        exit(message);
    }

    private static void acceptAndExit(Flamingock flamingock, AcceptConfig accept) {
        AcceptResult result = flamingock.accept(accept.changeId().get(), accept.reason().orElse(null));
        if (result.warning() != null) {
            LOG.warn(result.warning());
        }
        boolean moved = !result.orderAfter().equals(result.orderBefore());
        exit("Change '" + result.changeId() + "' counts as executed with the code of today now"
                + (moved ? ", and with order " + result.orderAfter() + " instead of " + result.orderBefore() : "")
                + ". Nothing was applied.");
    }

    private static String next(FixResult result) {
        String action = result.after().isApplied() ? "skip" : "apply";
        return result.nextRun() == null
                ? "it is no longer in this application, so no run does anything with it. One that has it again will " + action
                        + " it"
                : "the next run will " + action + " it";
    }

    private static void rebuildAndExit(Flamingock flamingock) {
        RebuildResult result = flamingock.rebuild();
        exit("Proven to be applied and recorded as EXECUTED: " + list(result.executed())
                + ". Without any proof and recorded as EXECUTION_FAILED, so that a person settles them unless they are"
                + " ALWAYS_RETRY: " + list(result.undecided()) + ". Nothing was applied.");
    }

    private static void verifyAndExit(VerifyResult result) {
        if (result.intact()) {
            exit("The audit is as it was written: " + result.events() + " events, " + result.withoutKey()
                    + " of them chained without a key. Nothing was applied.");
        }
        String message = "The audit is not as it was written. " + result.broken().problem() + ". The " + result.events()
                + " events before are intact. Nothing was applied.";
        LOG.error(message);
        exit(message, 1);
    }

    private static String list(List<String> changes) {
        return changes.isEmpty() ? "none" : String.join(", ", changes);
    }

    private static void exit(String message) {
        LOG.info(message);
        exit(message, 0);
    }

    /** As a cause, or else Quarkus would go on to call an application that has a main method. */
    private static void exit(String message, int code) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            DevelopmentExit.after(code);
        }
        throw new FlamingockException(message,
                new PreventFurtherStepsException("As this start was asked to, it ends before the application.", code));
    }
}
