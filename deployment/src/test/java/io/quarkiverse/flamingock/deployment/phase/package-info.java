/**
 * Where in the start of an application the changes of phase APPLICATION are applied.
 */
package io.quarkiverse.flamingock.deployment.phase;
