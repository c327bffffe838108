/**
 * How the tables of the extension are created where they are missing.
 */
package io.quarkiverse.flamingock.runtime.jdbc.schema;
