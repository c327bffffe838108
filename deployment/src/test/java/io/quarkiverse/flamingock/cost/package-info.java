/**
 * What the extension costs, counted by the database server.
 */
package io.quarkiverse.flamingock.cost;
