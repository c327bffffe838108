/**
 * What operators do about issues, lost audit stores, systems that exist already and edits of executed changes: record what a
 * person says, or what target systems prove.
 */
package io.quarkiverse.flamingock.runtime.engine.resolve;
