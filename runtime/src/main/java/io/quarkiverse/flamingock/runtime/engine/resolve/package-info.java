/**
 * What operators do about issues and lost audit stores: record what a person found, or what target systems prove.
 */
package io.quarkiverse.flamingock.runtime.engine.resolve;
