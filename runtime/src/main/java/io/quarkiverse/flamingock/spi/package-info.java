/**
 * What an integrator implements for another technology: where changes are applied, where they are recorded, and who may
 * do so. The contract suites are in the artifact {@code quarkus-flamingock-test}; an implementation is done when its suite
 * is green.
 */
package io.quarkiverse.flamingock.spi;
