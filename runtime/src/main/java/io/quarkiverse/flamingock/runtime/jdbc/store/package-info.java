/**
 * The audit store: its tables, how events are recorded with the states and the head that follow, and how they are read back.
 */
package io.quarkiverse.flamingock.runtime.jdbc.store;
