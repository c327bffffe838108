/**
 * Calls the code of one change: its apply, rollback and probe methods.
 */
package io.quarkiverse.flamingock.runtime.engine.execute;
