package io.quarkiverse.flamingock.mysql;

import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkus.test.QuarkusUnitTest;

class MariaDbExtensionTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Articles.application("mariadb", "articles_by_mariadb");

    @Inject
    Flamingock flamingock;

    @Inject
    DataSource dataSource;

    @Test
    void appliesChanges() throws SQLException {
        Articles.checkThatEachWasAppliedOnce(flamingock, dataSource);
    }
}
