/**
 * Applications whose changes have effects outside of their transactions.
 */
package io.quarkiverse.flamingock.effects;
