/**
 * The lock under its contract: on a replica set, without transactions, and on a server that does not know its time in
 * operations.
 */
package io.quarkiverse.flamingock.runtime.mongodb.lock;
