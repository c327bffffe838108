/**
 * Tests of what is seen of a change's operations.
 */
package io.quarkiverse.flamingock.runtime.mongodb.watch;
