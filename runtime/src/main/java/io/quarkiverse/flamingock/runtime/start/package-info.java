/**
 * Wires the engine to Quarkus and runs it when the application starts.
 */
package io.quarkiverse.flamingock.runtime.start;
