/**
 * The target system under its contract, and what is proven when a commit fails.
 */
package io.quarkiverse.flamingock.runtime.mongodb.target;
