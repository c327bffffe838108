/**
 * The audit store: events, states and heads as documents, and what writes them with and without transactions.
 */
package io.quarkiverse.flamingock.runtime.mongodb.store;
