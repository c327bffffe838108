/**
 * Transactions of the application's threads, which are JTA transactions.
 */
package io.quarkiverse.flamingock.runtime.jta;
