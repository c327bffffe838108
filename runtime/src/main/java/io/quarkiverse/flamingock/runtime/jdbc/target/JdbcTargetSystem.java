package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

import jakarta.transaction.TransactionManager;

import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Database;
import io.quarkiverse.flamingock.runtime.jdbc.connection.OwnSchema;
import io.quarkiverse.flamingock.runtime.jdbc.connection.OwnSchemas;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Session;
import io.quarkiverse.flamingock.runtime.jdbc.connection.TableNames;
import io.quarkiverse.flamingock.runtime.jdbc.connection.Trouble;
import io.quarkiverse.flamingock.runtime.jdbc.connection.UnusableSchema;
import io.quarkiverse.flamingock.runtime.jdbc.fence.Fence;
import io.quarkiverse.flamingock.runtime.jdbc.fence.FenceTables;
import io.quarkiverse.flamingock.runtime.jdbc.fence.ForeignMarkers;
import io.quarkiverse.flamingock.runtime.jdbc.loan.Lender;
import io.quarkiverse.flamingock.runtime.jdbc.schema.Grants;
import io.quarkiverse.flamingock.runtime.text.Sentence;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Dependencies;
import io.quarkiverse.flamingock.spi.ExtensibleTargetSystem;
import io.quarkiverse.flamingock.spi.ForeignMarker;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;

/**
 * A relational database. Its changes run in JTA transactions that the beans they call join; the {@link Connection} and
 * the {@link DataSource} that it supplies belong to the same transaction.
 * <p>
 * A datasource needs no such object; produce one as a CDI bean only to add dependencies to it.
 */
public final class JdbcTargetSystem extends ExtensibleTargetSystem<JdbcTargetSystem> {

    private final DataSource dataSource;
    private final TransactionManager transactionManager;
    private final JdbcSettings settings;
    private final Database database;
    private final Lender lender;
    private final Fence fence;
    private final AtomicBoolean takesPart = new AtomicBoolean();

    private JdbcTargetSystem(String id, DataSource dataSource, TransactionManager transactionManager, JdbcSettings settings,
            OwnSchema schema, Dependencies dependencies) {
        super(id, dependencies);
        this.dataSource = dataSource;
        this.transactionManager = transactionManager;
        this.settings = settings;
        this.database = new Database(dataSource, transactionManager, schema, settings.tablePrefix(), settings.autoCreate());
        this.lender = new Lender(database, id);
        this.fence = new Fence(id, settings.takeoverGrace(), settings.fenceTimeout(), settings.recoveryTime());
    }

    /**
     * @param id the id that changes name it by
     * @param dataSource a datasource whose connections take part in JTA transactions
     * @param transactionManager the transaction manager
     * @return a target system without dependencies
     */
    public static JdbcTargetSystem of(String id, DataSource dataSource, TransactionManager transactionManager) {
        return new JdbcTargetSystem(id, dataSource, transactionManager, JdbcSettings.DEFAULT, new OwnSchema(null),
                new Dependencies());
    }

    /**
     * @param other settings that replace the present ones
     * @return the same target system with these settings
     */
    public JdbcTargetSystem with(JdbcSettings other) {
        return with(other, new OwnSchema(other.schema()));
    }

    /**
     * @param other settings that replace the present ones
     * @param schemas the schemas of all datasources, which others that use the same one know, too
     * @return the same target system with these settings
     */
    public JdbcTargetSystem with(JdbcSettings other, OwnSchemas schemas) {
        return with(other, schemas.of(dataSource));
    }

    /**
     * @return the datasource, as the application knows it
     */
    public DataSource dataSource() {
        return dataSource;
    }

    private JdbcTargetSystem with(JdbcSettings other, OwnSchema schema) {
        return new JdbcTargetSystem(id(), dataSource, transactionManager, other, schema, dependencies());
    }

    /**
     * @param configured settings
     * @param schemas the schemas of all datasources
     * @return the same target system with these settings, unless it was given others before
     */
    public JdbcTargetSystem withIfUnset(JdbcSettings configured, OwnSchemas schemas) {
        return settings == JdbcSettings.DEFAULT ? with(configured, schemas) : this;
    }

    @Override
    protected JdbcTargetSystem self() {
        return this;
    }

    @Override
    public boolean transactional() {
        return true;
    }

    @Override
    public boolean supplies(Class<?> type, String name) {
        return name == null && (type == Connection.class || type == DataSource.class)
                || super.supplies(type, name);
    }

    @Override
    public Markers fence(Claim claim, String service) {
        return fence(claim, service, () -> false);
    }

    @Override
    public Markers fence(Claim claim, String service, BooleanSupplier ended) {
        try (Session session = database.open()) {
            fence.prepare(session);
            TableNames tables = database.tables();
            fence.raise(session, tables, claim, ended);
            return Markers.kept(fence.markers(session, tables, service));
        } catch (UnusableSchema e) {
            throw new TargetSystemUnavailableException("Target system " + id() + " can't be changed: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw unavailable("could not be prepared for changes", "it is writable, and that its user may create the tables "
                    + settings.tablePrefix() + "fence and " + settings.tablePrefix()
                    + "marker or, where an administrator created them, SELECT, INSERT and UPDATE them", e);
        }
    }

    @Override
    public void endInterrupted(Claim claim, String service, String changeId, BooleanSupplier ended) {
        try {
            fence.endInterrupted(database, claim, service, changeId, ended);
        } catch (SQLException e) {
            throw new TargetSystemUnavailableException("Target system " + id() + " can't tell whether change '" + changeId
                    + "', which was interrupted, is still at work: " + Sentence.unended(e.getMessage())
                    + ". Nothing was applied", e);
        }
    }

    @Override
    public List<ForeignMarker> foreignMarkers(String service) {
        try (Session session = database.open()) {
            return new ForeignMarkers(session, session.tables()).others(service);
        } catch (UnusableSchema e) {
            throw new TargetSystemUnavailableException("Target system " + id() + " can't be changed: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw unavailable("could not be searched for markers of other applications", "its user may read them", e);
        }
    }

    private TargetSystemUnavailableException unavailable(String purpose, String check, SQLException e) {
        Trouble trouble = Trouble.of(e, database);
        return new TargetSystemUnavailableException(
                "Target system " + id() + " " + purpose + ": " + Sentence.unended(e.getMessage()) + ". "
                        + trouble.advice(check) + Grants.after(trouble, database, FenceTables.ALL),
                e, trouble.awaited());
    }

    @Override
    public Outcome execute(ChangeCall execution, Work work) {
        if (execution.transactional()) {
            return new JdbcTransaction(database, lender, transactionManager, fence, settings, dependencies(), execution,
                    takesPart)
                    .run(work);
        }
        return new DirectExecution(database, lender, transactionManager, dependencies(), fence, execution,
                settings.fenceTimeout())
                .run(work);
    }
}
