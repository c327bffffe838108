/**
 * The clients of the application, by name.
 */
package io.quarkiverse.flamingock.runtime.mongodb.client;
