package io.quarkiverse.flamingock.deployment.validate;

import java.util.List;

import jakarta.enterprise.inject.spi.DeploymentException;

/**
 * Fails the build and says everything that is wrong with the changes of the application.
 */
public class InvalidChangesException extends DeploymentException {

    private static final long serialVersionUID = 1L;

    /**
     * @param errors all of them
     */
    public InvalidChangesException(List<Problem> errors) {
        super(Findings.report("problem", errors));
    }
}
