/**
 * The rooms of relational databases together, and the databases that the tests of every room use. The contracts are in the
 * rooms, and run on H2, MariaDB and PostgreSQL.
 */
package io.quarkiverse.flamingock.runtime.jdbc;
