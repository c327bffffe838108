/**
 * What is found out under the lock before anything is applied: markers, probes, and whether the audit store was lost.
 */
package io.quarkiverse.flamingock.runtime.engine.prove;
