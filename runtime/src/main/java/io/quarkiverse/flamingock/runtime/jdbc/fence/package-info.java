/**
 * The newest token that a target system has seen, which a taker raises, and the markers that changes leave behind it.
 */
package io.quarkiverse.flamingock.runtime.jdbc.fence;
