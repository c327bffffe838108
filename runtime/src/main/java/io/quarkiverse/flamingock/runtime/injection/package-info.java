/**
 * Supplies the parameters of changes, from the target system and from CDI.
 */
package io.quarkiverse.flamingock.runtime.injection;
