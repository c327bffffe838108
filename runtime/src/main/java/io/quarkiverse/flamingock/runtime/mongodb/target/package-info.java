/**
 * The target system: runs changes in a transaction or without one, and proves what became of them.
 */
package io.quarkiverse.flamingock.runtime.mongodb.target;
