/**
 * A relational database as a target system: changes run in a transaction or without one, and what became of them is proven.
 */
package io.quarkiverse.flamingock.runtime.jdbc.target;
