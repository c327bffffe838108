/**
 * Applications that start with changes: what is applied, when, and what is said when that fails.
 */
package io.quarkiverse.flamingock.start;
