/**
 * The pipeline held against the audit store: what is known of each change, what it proves, and what to do.
 */
package io.quarkiverse.flamingock.runtime.engine.plan;
