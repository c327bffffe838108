/**
 * Relational databases: target system, audit store and lock, and one dialect class per database.
 */
package io.quarkiverse.flamingock.runtime.jdbc;
