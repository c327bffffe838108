package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;

/**
 * Finds out whether an error comes from a transaction that the database undid for the sake of another one. Frameworks and the
 * transaction manager wrap the error of the driver, or attach it.
 */
final class Conflicts {

    private Conflicts() {
    }

    static boolean contains(Throwable error, Dialect dialect) {
        return contains(error, dialect, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean contains(Throwable error, Dialect dialect, Set<Throwable> seen) {
        if (error == null || !seen.add(error)) {
            return false;
        }
        if (error instanceof SQLException e
                && (dialect.isConflict(e) || contains(e.getNextException(), dialect, seen))) {
            return true;
        }
        for (Throwable suppressed : error.getSuppressed()) {
            if (contains(suppressed, dialect, seen)) {
                return true;
            }
        }
        return contains(error.getCause(), dialect, seen);
    }
}
