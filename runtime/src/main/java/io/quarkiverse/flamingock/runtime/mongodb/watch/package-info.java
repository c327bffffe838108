/**
 * What a change without a transaction is handed of MongoDB: clients, databases, collections and sessions that note which of its
 * operations had an effect, and what was still at work when a connection broke.
 */
package io.quarkiverse.flamingock.runtime.mongodb.watch;
