/**
 * A library with a change, in a jar of its own.
 */
package io.quarkiverse.flamingock.test.library;
