/**
 * Whether the ledger is still what the engine wrote.
 */
package io.quarkiverse.flamingock.runtime.engine.verify;
