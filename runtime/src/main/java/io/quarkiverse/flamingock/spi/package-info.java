/**
 * What an integrator implements for another technology: where changes are applied, where they are recorded, and who may
 * do so. Each interface has a contract suite in the tests; an implementation is done when its suite is green.
 */
package io.quarkiverse.flamingock.spi;
