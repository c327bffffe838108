/**
 * What databases say differently: SQL text, types, error codes and facts, a class for each database, and the choice among
 * them. Nothing here sends a statement.
 */
package io.quarkiverse.flamingock.runtime.jdbc.dialect;
