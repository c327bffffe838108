/**
 * Applications with changes of both phases.
 */
package io.quarkiverse.flamingock.phase;
