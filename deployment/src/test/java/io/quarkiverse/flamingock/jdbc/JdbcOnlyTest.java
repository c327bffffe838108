package io.quarkiverse.flamingock.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.result.PlannedAction;
import io.quarkus.arc.Arc;
import io.quarkus.test.QuarkusUnitTest;

/**
 * An application without MongoDB never sees MongoDB: its classes are not there, and nothing asks for them.
 */
class JdbcOnlyTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(_1__CreateTable.class))
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", "jdbc:h2:mem:jdbc_only;DB_CLOSE_DELAY=-1")
            .overrideRuntimeConfigKey("quarkus.datasource.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.password", "sa");

    @Change(id = "create-table", author = "team")
    public static class _1__CreateTable {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE greeting (text VARCHAR(50))");
        }
    }

    @Inject
    Flamingock flamingock;

    @Test
    void nothingOfMongoDbIsThere() {
        assertThat(flamingock.plan().changes()).allMatch(change -> change.action() == PlannedAction.SKIP).hasSize(1);
        assertThat(Arc.container().beanManager().getBeans(Object.class).stream().map(bean -> bean.getBeanClass().getName()))
                .noneMatch(name -> name.contains("flamingock.runtime.mongodb") || name.contains("quarkus.mongodb"));
        for (String name : List.of("com.mongodb.client.MongoClient", "io.quarkus.mongodb.runtime.MongoClients")) {
            assertThatThrownBy(() -> Thread.currentThread().getContextClassLoader().loadClass(name))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }
}
