package io.quarkiverse.flamingock.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.NonTransactionalTargetSystem;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.annotation.Identifier;

/**
 * Where parameters of methods and constructors come from: the target system itself, what was added to it, CDI.
 */
class InjectionTest {

    static final String URL = Databases.h2("injection");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .withApplicationRoot(jar -> jar.addClasses(_1__Table.class, _2__Constructor.class, _3__Added.class, _4__Cdi.class,
                    _5__Direct.class, Seen.class, Beans.class, Endpoint.class, Repository.class, Databases.class))
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", URL)
            .overrideRuntimeConfigKey("quarkus.datasource.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.password", "sa")
            .overrideRuntimeConfigKey("limit", "42");

    @Singleton
    public static class Seen {
        final List<String> lines = new ArrayList<>();
    }

    public record Endpoint(URI uri) {
    }

    @Singleton
    public static class Repository {

        @Inject
        DataSource dataSource;

        @Transactional(Transactional.TxType.MANDATORY)
        void insert(String text) throws SQLException {
            try (Connection connection = dataSource.getConnection()) {
                connection.createStatement().execute("INSERT INTO note VALUES ('" + text + "')");
            }
        }
    }

    @Singleton
    public static class Beans {

        @Produces
        Endpoint fromCdi() {
            return new Endpoint(URI.create("http://cdi"));
        }

        @Produces
        @Identifier("gateway")
        io.quarkiverse.flamingock.spi.ChangeTarget gateway() {
            return NonTransactionalTargetSystem.of("gateway")
                    .addDependency(new Endpoint(URI.create("http://added")))
                    .addDependency("backup", new Endpoint(URI.create("http://backup")))
                    .setProperty("partitions", 12);
        }
    }

    @TargetSystem("default")
    @Change(id = "table", author = "team")
    public static class _1__Table {
        @Apply
        void apply(Connection connection, DataSource dataSource, Seen seen) throws SQLException {
            connection.createStatement().execute("CREATE TABLE note (text VARCHAR(50))");
            try (Connection same = dataSource.getConnection()) {
                same.createStatement().execute("INSERT INTO note VALUES ('by datasource')");
            }
            seen.lines.add("autocommit " + connection.getAutoCommit());
        }
    }

    @TargetSystem("default")
    @Change(id = "constructor", author = "team")
    public static class _2__Constructor {

        private final Connection connection;
        private final ChangeContext context;
        private final Repository repository;
        private final int limit;

        _2__Constructor(Connection connection, ChangeContext context, Repository repository,
                @ConfigProperty(name = "limit") int limit) {
            this.connection = connection;
            this.context = context;
            this.repository = repository;
            this.limit = limit;
        }

        @Apply
        void apply(Seen seen) throws SQLException {
            connection.createStatement().execute("INSERT INTO note VALUES ('by constructor')");
            repository.insert("by repository");
            seen.lines.add(context.changeId() + " " + context.attempt() + " " + context.targetSystemId() + " " + limit);
        }
    }

    @TargetSystem("gateway")
    @Change(id = "added", author = "team")
    public static class _3__Added {

        private final Endpoint endpoint;

        _3__Added(Endpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Apply
        void apply(Endpoint method, @Named("backup") Endpoint backup, @Named("partitions") int partitions, Seen seen,
                ChangeContext context) {
            seen.lines.add(endpoint.uri() + " " + method.uri() + " " + backup.uri() + " " + partitions + " "
                    + context.fencingToken());
        }
    }

    @TargetSystem("default")
    @Change(id = "cdi", author = "team")
    public static class _4__Cdi {
        @Apply
        void apply(Endpoint endpoint, Instance<Repository> repositories, Seen seen) {
            seen.lines.add(endpoint.uri() + " " + repositories.isResolvable());
        }
    }

    @TargetSystem("default")
    @Change(id = "direct", author = "team", transactional = false)
    public static class _5__Direct {
        @Apply
        void apply(Connection connection, Seen seen) throws SQLException {
            seen.lines.add("autocommit " + connection.getAutoCommit());
        }
    }

    @Inject
    Seen seen;

    @Test
    void everythingIsSuppliedInTheOrderOfPrecedence() {
        assertThat(seen.lines).containsExactly("autocommit false", "constructor 1 default 42",
                "http://added http://added http://backup 12 1", "http://cdi true", "autocommit true");
        assertThat(Databases.query(URL, "SELECT text FROM note ORDER BY text")).containsExactly("by constructor",
                "by datasource", "by repository");
    }
}
