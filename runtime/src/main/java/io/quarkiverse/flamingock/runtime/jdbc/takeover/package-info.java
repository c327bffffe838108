/**
 * How a target system is taken over while a transaction of an older holder of the lock is open: it is waited for, found and
 * ended.
 */
package io.quarkiverse.flamingock.runtime.jdbc.takeover;
