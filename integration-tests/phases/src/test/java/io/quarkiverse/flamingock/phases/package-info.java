/**
 * Runs each line of the table of what changes of each phase may use.
 */
package io.quarkiverse.flamingock.phases;
