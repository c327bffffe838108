/**
 * What a transactional change is handed: connections of its own transaction, without the means to end it.
 */
package io.quarkiverse.flamingock.runtime.jdbc.guard;
