/**
 * Audits that somebody has changed by hand.
 */
package io.quarkiverse.flamingock.forged;
