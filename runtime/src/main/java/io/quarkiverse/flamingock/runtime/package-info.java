/**
 * The run time of the extension; nothing in here is for applications to import.
 */
package io.quarkiverse.flamingock.runtime;
