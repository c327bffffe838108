/**
 * Relational databases in a real application.
 */
package io.quarkiverse.flamingock.jdbc;
