/**
 * What another extension tells the build of the audit stores and target systems that it brings.
 */
package io.quarkiverse.flamingock.deployment.spi;
