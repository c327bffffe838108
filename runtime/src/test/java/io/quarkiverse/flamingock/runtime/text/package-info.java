/**
 * How texts of drivers and of the application stand in messages.
 */
package io.quarkiverse.flamingock.runtime.text;
