/**
 * What is found of effects outside of a transaction, by applications that are compiled in the test.
 */
package io.quarkiverse.flamingock.deployment.outside;
