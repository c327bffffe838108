/**
 * A run: from the look at the head over plan and lock to the last outcome.
 */
package io.quarkiverse.flamingock.runtime.engine.apply;
