/**
 * How texts of drivers and of the application stand in messages, for the engine and every technology.
 */
package io.quarkiverse.flamingock.runtime.text;
