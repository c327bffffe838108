/**
 * MongoDB under the contract suites, on a replica set and, where that makes sense, on a server without transactions.
 */
package io.quarkiverse.flamingock.runtime.mongodb;
