/**
 * How a start meets an audit store or a target system that is not there yet, or not at this start.
 */
package io.quarkiverse.flamingock.runtime.engine.connect;
