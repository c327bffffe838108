/**
 * Texts that are stored or shown: errors without secrets, and nothing that a store can't keep.
 */
package io.quarkiverse.flamingock.runtime.engine.text;
