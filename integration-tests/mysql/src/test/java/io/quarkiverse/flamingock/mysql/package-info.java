/**
 * The drivers of MariaDB and MySQL as Quarkus' own extensions bring them. There is no MySQL here: both speak to MariaDB.
 */
package io.quarkiverse.flamingock.mysql;
