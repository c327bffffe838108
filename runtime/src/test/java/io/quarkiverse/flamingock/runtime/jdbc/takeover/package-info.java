/**
 * Who is in the way of raising a fence.
 */
package io.quarkiverse.flamingock.runtime.jdbc.takeover;
