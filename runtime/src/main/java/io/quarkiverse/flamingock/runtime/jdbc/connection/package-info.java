/**
 * The extension's own connections, apart from every transaction of the application, and the names of its tables.
 */
package io.quarkiverse.flamingock.runtime.jdbc.connection;
