/**
 * The contracts on H2 and PostgreSQL, and what only relational databases do.
 */
package io.quarkiverse.flamingock.runtime.jdbc;
