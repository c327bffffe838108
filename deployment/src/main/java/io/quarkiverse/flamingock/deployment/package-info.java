/**
 * Scan, validate, order, fingerprint, generate: what happens when an application is built.
 */
package io.quarkiverse.flamingock.deployment;
