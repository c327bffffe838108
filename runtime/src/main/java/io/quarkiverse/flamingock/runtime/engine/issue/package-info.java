/**
 * Changes that a person must settle: when they stop a run, and what the operator is told.
 */
package io.quarkiverse.flamingock.runtime.engine.issue;
