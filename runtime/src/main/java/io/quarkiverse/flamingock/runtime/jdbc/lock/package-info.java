/**
 * The lock of a target system: a lease in the audit store's database, by the clock of that database. Whoever takes it over
 * raises
 * the fence next; what may be in the way then is the matter of the room {@code takeover}.
 */
package io.quarkiverse.flamingock.runtime.jdbc.lock;
