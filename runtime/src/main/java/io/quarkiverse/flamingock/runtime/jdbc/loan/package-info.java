/**
 * Connections that changes have for a while. What a change did to one reaches neither the next change, nor the audit, nor the
 * application: the connection is brought back to what it was, or leaves the pool.
 */
package io.quarkiverse.flamingock.runtime.jdbc.loan;
