/**
 * Applications that call the facade themselves: in their transactions, in their changes, while they end.
 */
package io.quarkiverse.flamingock.callers;
