/**
 * What stops a run: one exception for each kind of trouble, with a message that says what to do.
 */
package io.quarkiverse.flamingock.error;
