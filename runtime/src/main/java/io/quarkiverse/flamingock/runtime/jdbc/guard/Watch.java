package io.quarkiverse.flamingock.runtime.jdbc.guard;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;

import io.quarkiverse.flamingock.runtime.jdbc.dialect.Dialect;

/**
 * What was seen of the statements of one call of a change: whether any had an effect. A rollback method is called for what was
 * seen, never for what a change meant to do: the first statement may have been refused because the thing was there before.
 */
public final class Watch {

    /** What is known of the effects. */
    public enum Seen {
        /** Nothing was sent. */
        NOTHING,
        /** Nothing that was sent had an effect, and a statement was refused. */
        REFUSED,
        /** Something may have had an effect that can't be seen. */
        PERHAPS,
        /** Something had an effect. */
        EFFECT
    }

    private final Dialect dialect;
    private boolean effect;
    private boolean definition;
    private boolean perhaps;
    private boolean refused;
    private boolean rowsRefused;
    private boolean definitionRefused;
    private boolean broken;
    private int prepared;

    /**
     * @param dialect the dialect of the database
     */
    public Watch(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What is known of the effects. */
    public synchronized Seen seen() {
        return effect ? Seen.EFFECT : perhaps ? Seen.PERHAPS : refused ? Seen.REFUSED : Seen.NOTHING;
    }

    /** Whether a statement that defines things (a table, an index, a right) had an effect. */
    public synchronized boolean seenDefinition() {
        return definition;
    }

    /** Whether a statement was refused that defines things. */
    public synchronized boolean definitionRefused() {
        return definitionRefused;
    }

    /** Whether a statement was refused that would have written several rows, one after the other. */
    public synchronized boolean rowsRefused() {
        return rowsRefused;
    }

    /** Whether a connection broke: what was sent last may take effect as long as its session is there. */
    public synchronized boolean broken() {
        return broken;
    }

    /** Whether a transaction waits for its second phase: nothing but a statement with its name ends it. */
    public synchronized boolean leftPrepared() {
        return prepared > 0;
    }

    /** Something was handed out whose use nobody sees. */
    public synchronized void unseen() {
        perhaps = true;
    }

    /** A query has answered. */
    synchronized void answered(String sql) {
        if (effect) {
            return;
        }
        effect(StatementText.of(sql).whenAnswered());
    }

    /**
     * A statement was executed.
     *
     * @param rows how many rows it wrote, as far as the driver says
     * @param statement asked for its warnings
     */
    synchronized void executed(String sql, long rows, Statement statement) throws SQLException {
        if (rows > 0) {
            effect = true;
            return;
        }
        StatementText text = StatementText.of(sql);
        prepared += text.prepared();
        Effect seen = text.whenExecuted();
        if (seen == Effect.CERTAIN && text.isConditional()) {
            seen = conditional(text, statement);
        }
        effect(seen);
        definition |= seen == Effect.CERTAIN && text.isDefinition();
    }

    /** Databases tell by a warning that there was nothing to do; where they don't, nobody knows. */
    private Effect conditional(StatementText text, Statement statement) throws SQLException {
        if (!dialect.warnsOfSkipped()) {
            return Effect.POSSIBLE;
        }
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            if (dialect.isSkipped(warning)) {
                return text.isList() ? Effect.POSSIBLE : Effect.NONE;
            }
        }
        return Effect.CERTAIN;
    }

    /** A statement has thrown. */
    synchronized void failed(String sql, Throwable error) {
        StatementText text = StatementText.of(sql);
        refused = true;
        broken |= BrokenConnection.causes(error);
        perhaps |= broken || !(error instanceof SQLException e) || text.mayFailHalfway(e.getSQLState());
        rowsRefused |= text.writesRows();
        definitionRefused |= text.isDefinition();
    }

    /** A batch has thrown; what came before the failure may be there. */
    synchronized void batchFailed(Iterable<String> batch, Throwable error) {
        int sent = 0;
        for (String sql : batch) {
            failed(sql, error);
            sent++;
        }
        int executed = 0;
        if (error instanceof BatchUpdateException e) {
            for (long rows : e.getLargeUpdateCounts()) {
                executed += rows > 0 || rows == Statement.SUCCESS_NO_INFO ? 1 : 0;
            }
        } else {
            perhaps |= sent > 1;
        }
        effect |= executed > 0;
    }

    private void effect(Effect seen) {
        effect |= seen == Effect.CERTAIN;
        perhaps |= seen == Effect.POSSIBLE;
    }

    /** Of one statement. */
    enum Effect {
        NONE,
        POSSIBLE,
        CERTAIN
    }
}
