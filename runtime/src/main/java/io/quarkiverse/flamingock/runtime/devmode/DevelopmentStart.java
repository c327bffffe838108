package io.quarkiverse.flamingock.runtime.devmode;

import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.runtime.engine.Engine;
import io.quarkiverse.flamingock.runtime.engine.text.ErrorText;
import io.quarkus.dev.console.DevConsoleManager;

/**
 * Applies what is pending, once for each state of the code: Quarkus starts an application that has failed to start again at
 * every request, and a broken change would be executed as often. What failed is remembered where a reload does not forget it.
 */
public final class DevelopmentStart {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.flamingock");
    private static final String FINGERPRINT = "flamingock.failed.fingerprint";
    private static final String MESSAGE = "flamingock.failed.message";
    private static final String AS_BEFORE = "\n\nThat was before this reload. Nothing was executed again, as no change was"
            + " edited, added or removed since. Where something else was mended, start dev mode again.";

    private final Engine engine;
    private final String fingerprint;
    private final StartProblem problem;

    /**
     * @param engine applies what belongs to this moment of the start
     * @param fingerprint of the changes as they are now
     * @param problem gets what goes wrong; null where nothing would show it, so that the start is stopped
     */
    public DevelopmentStart(Engine engine, String fingerprint, StartProblem problem) {
        this.engine = engine;
        this.fingerprint = fingerprint;
        this.problem = problem;
    }

    /**
     * @return whether something is left to apply at the end of the start
     * @throws FlamingockException where nothing would show the problem
     */
    public boolean applied() {
        if (fingerprint.equals(DevConsoleManager.getGlobal(FINGERPRINT))) {
            String message = DevConsoleManager.getGlobal(MESSAGE);
            return goOn(new ChangeFailedException(message + AS_BEFORE));
        }
        try {
            return engine.applyAtStart();
        } catch (ChangeFailedException e) {
            DevConsoleManager.setGlobal(FINGERPRINT, fingerprint);
            DevConsoleManager.setGlobal(MESSAGE, e.getMessage());
            return goOn(e);
        } catch (FlamingockException e) {
            return goOn(e);
        }
    }

    private boolean goOn(FlamingockException error) {
        if (problem == null) {
            throw error;
        }
        LOG.error(ErrorText.withSuppressed(error));
        LOG.debug("A start outside of dev mode would stop here", error);
        LOG.error("Outside of dev mode this application would not start. Here it does, without what is pending; all its pages"
                + " but the Dev UI show the problem until it is mended.");
        problem.set(error);
        return false;
    }
}
