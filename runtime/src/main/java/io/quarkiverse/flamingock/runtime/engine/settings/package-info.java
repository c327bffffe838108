/**
 * How the engine behaves: what the configuration says, checked.
 */
package io.quarkiverse.flamingock.runtime.engine.settings;
