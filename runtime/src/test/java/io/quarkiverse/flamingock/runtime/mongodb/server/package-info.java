/**
 * A database of its own for a test.
 */
package io.quarkiverse.flamingock.runtime.mongodb.server;
