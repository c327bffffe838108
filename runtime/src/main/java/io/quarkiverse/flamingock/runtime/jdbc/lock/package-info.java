/**
 * The lock of a target system: a lease in the audit store's database, by the clock of that database. Whoever takes over a
 * lock raises the fence next; how an older holder that is still at work there is ended is in the room {@code takeover}.
 */
package io.quarkiverse.flamingock.runtime.jdbc.lock;
