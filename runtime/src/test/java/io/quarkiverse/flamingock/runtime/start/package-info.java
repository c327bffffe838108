/**
 * What the extension does where an application starts and ends.
 */
package io.quarkiverse.flamingock.runtime.start;
