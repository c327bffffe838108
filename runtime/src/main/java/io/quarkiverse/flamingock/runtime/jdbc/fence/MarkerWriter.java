package io.quarkiverse.flamingock.runtime.jdbc.fence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Backend;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;
import io.quarkiverse.flamingock.spi.ChangeCall;

/**
 * Writes the marker of a change in the change's own transaction, as long as the fence has the token of the execution. The
 * fence is locked from the beginning. The marker is in progress before the work and applied after it: where something
 * commits in the middle of the work, the first step becomes visible and tells.
 */
public interface MarkerWriter {

    /**
     * @param dialect the dialect of the database
     * @return how markers are written there
     */
    static MarkerWriter of(Dialect dialect) {
        return dialect.chainsWrites() ? new OneStatementMarkerWriter() : new InProgressMarkerWriter();
    }

    /**
     * Before the work. Replaces no other marker than the one that was seen.
     *
     * @param connection takes part in the transaction of the change
     * @param tables the names of the tables
     * @param target the id of the target system
     * @param execution the execution
     * @param backend its session, for the note that becomes visible where something commits in the middle; may be null
     * @return false when the token is not the newest
     * @throws io.quarkiverse.flamingock.spi.OtherMarkerException when another marker is there
     */
    boolean begin(Connection connection, TableNames tables, String target, ChangeCall execution, Backend backend)
            throws SQLException;

    /**
     * The error of {@link #finish} when there is no marker in progress.
     *
     * @param tables the names of the tables
     * @param execution the execution
     * @return the error
     */
    static SQLException disappeared(TableNames tables, ChangeCall execution) {
        return new SQLException("The marker of change " + execution.changeId() + " in " + tables.marker()
                + " disappeared while the change ran: the change must leave the tables of the extension alone, and must not go"
                + " on after a deadlock or a ROLLBACK that undid what it had done");
    }

    /**
     * The last statement of the transaction.
     *
     * @param connection takes part in the transaction of the change
     * @param tables the names of the tables
     * @param target the id of the target system
     * @param execution the execution
     * @param rights statements that give the session back what this one may need, see
     *        {@link io.quarkiverse.flamingock.runtime.jdbc.dialect.SessionSettings#rights}
     * @return false when the token is no longer the newest: the transaction must be rolled back
     */
    boolean finish(Connection connection, TableNames tables, String target, ChangeCall execution, List<String> rights)
            throws SQLException;
}
