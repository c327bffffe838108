/**
 * Applications that set up their databases with Flyway or Liquibase, too.
 */
package io.quarkiverse.flamingock.beside;
