package io.quarkiverse.flamingock.runtime.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.transaction.TransactionManager;

import io.quarkiverse.flamingock.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.spi.Dependencies;
import io.quarkiverse.flamingock.spi.Execution;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.TargetSystem;
import io.quarkiverse.flamingock.spi.Work;

/**
 * A relational database. Its changes run in JTA transactions that the beans they call join; the {@link Connection} and
 * the {@link DataSource} that it supplies belong to the same transaction.
 * <p>
 * A datasource needs no such object; produce one as a CDI bean only to add dependencies to it.
 */
public final class JdbcTargetSystem implements TargetSystem {

    private final String id;
    private final DataSource dataSource;
    private final TransactionManager transactionManager;
    private final JdbcSettings settings;
    private final Dependencies dependencies;
    private final Database database;
    private final Fence fence;

    private JdbcTargetSystem(String id, DataSource dataSource, TransactionManager transactionManager, JdbcSettings settings,
            Dependencies dependencies) {
        this.id = id;
        this.dataSource = dataSource;
        this.transactionManager = transactionManager;
        this.settings = settings;
        this.dependencies = dependencies;
        this.database = new Database(dataSource, transactionManager, settings.tablePrefix());
        this.fence = new Fence(id, settings.fenceTimeout());
    }

    /**
     * @param id the id that changes name it by
     * @param dataSource a datasource whose connections take part in JTA transactions
     * @param transactionManager the transaction manager
     * @return a target system without dependencies
     */
    public static JdbcTargetSystem of(String id, DataSource dataSource, TransactionManager transactionManager) {
        return new JdbcTargetSystem(id, dataSource, transactionManager, JdbcSettings.DEFAULT, new Dependencies());
    }

    /**
     * @param other settings that replace the present ones
     * @return the same target system with these settings
     */
    public JdbcTargetSystem with(JdbcSettings other) {
        return new JdbcTargetSystem(id, dataSource, transactionManager, other, dependencies);
    }

    /**
     * @param dependency injected into parameters of its class, of its superclasses and of its interfaces
     * @return this
     */
    public JdbcTargetSystem addDependency(Object dependency) {
        dependencies.add(null, dependency);
        return this;
    }

    /**
     * @param name injected into parameters that are {@code @Named} so
     * @param dependency injected if the parameter's type fits
     * @return this
     */
    public JdbcTargetSystem addDependency(String name, Object dependency) {
        dependencies.add(name, dependency);
        return this;
    }

    /**
     * @param name injected into parameters that are {@code @Named} so
     * @param value the value; a boxed value fits a primitive parameter
     * @return this
     */
    public JdbcTargetSystem setProperty(String name, Object value) {
        dependencies.add(name, value);
        return this;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean transactional() {
        return true;
    }

    @Override
    public boolean supplies(Class<?> type, String name) {
        return name == null && (type == Connection.class || type == DataSource.class)
                || dependencies.find(type, name) != null;
    }

    @Override
    public Markers fence(long token, String service) {
        try (Session session = database.open()) {
            fence.prepare(session);
            TableNames tables = database.tables();
            fence.raise(session, tables, token);
            return new Markers(fence.markers(session, tables, service));
        } catch (SQLException e) {
            throw new TargetSystemUnavailableException("Target system " + id + " could not be prepared for changes: "
                    + e.getMessage() + ". Check that the database can be reached and is writable, and that its user may create"
                    + " the tables " + settings.tablePrefix() + "fence and " + settings.tablePrefix()
                    + "marker or, where an administrator created them, SELECT, INSERT and UPDATE them", e);
        }
    }

    @Override
    public Outcome execute(Execution execution, Work work) {
        if (execution.transactional()) {
            return new JdbcTransaction(database, transactionManager, fence, settings, dependencies, execution).run(work);
        }
        return new DirectExecution(database, transactionManager, dependencies, id, execution).run(work);
    }
}
