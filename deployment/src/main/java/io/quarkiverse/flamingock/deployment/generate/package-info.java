/**
 * The last step: fingerprint and the class that is the pipeline at run time.
 */
package io.quarkiverse.flamingock.deployment.generate;
