/**
 * What happens to changes as chained audit events, and their way into the audit store.
 */
package io.quarkiverse.flamingock.runtime.engine.record;
