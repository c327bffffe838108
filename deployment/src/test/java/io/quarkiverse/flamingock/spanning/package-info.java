/**
 * Applications with changes over several systems.
 */
package io.quarkiverse.flamingock.spanning;
