/**
 * What the tests of all rooms share.
 */
package io.quarkiverse.flamingock.runtime.engine;
