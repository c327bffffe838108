/**
 * What a change of another package inherits.
 */
package io.quarkiverse.flamingock.test.members;
