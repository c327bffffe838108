/**
 * What every step of a run has at hand: all that was passed in, the state of the pipeline, and the log.
 */
package io.quarkiverse.flamingock.runtime.engine.environment;
