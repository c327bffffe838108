package io.quarkiverse.flamingock.mysql;

import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkus.test.QuarkusUnitTest;

class MySqlExtensionTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Articles.application("mysql", "articles_by_mysql");

    @Inject
    Flamingock flamingock;

    @Inject
    DataSource dataSource;

    @Test
    void appliesChanges() throws SQLException {
        Articles.checkThatEachWasAppliedOnce(flamingock, dataSource);
    }
}
