/**
 * The audit store under its contract, with and without transactions.
 */
package io.quarkiverse.flamingock.runtime.mongodb.store;
