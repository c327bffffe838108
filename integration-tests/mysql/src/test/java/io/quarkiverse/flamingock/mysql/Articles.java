package io.quarkiverse.flamingock.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.test.servers.SharedMariaDb;
import io.quarkus.test.QuarkusUnitTest;

/** An application with a change that the database commits in the middle, and one that it does not. */
final class Articles {

    private Articles() {
    }

    static QuarkusUnitTest application(String kind, String database) {
        return new QuarkusUnitTest()
                .withApplicationRoot(jar -> jar.addClasses(_1__CreateArticle.class, _2__AddArticles.class, Articles.class))
                .overrideConfigKey("quarkus.devservices.enabled", "false")
                .overrideConfigKey("quarkus.datasource.db-kind", kind)
                .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url",
                        SharedMariaDb.url(database).replace("jdbc:mariadb:", "jdbc:" + kind + ":"));
    }

    @Change(id = "create-article", author = "team")
    public static class _1__CreateArticle {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("CREATE TABLE article (name VARCHAR(50))");
        }
    }

    @Change(id = "add-articles", author = "team")
    public static class _2__AddArticles {
        @Apply
        void apply(Connection connection) throws SQLException {
            connection.createStatement().execute("INSERT INTO article VALUES ('bread'), ('coffee')");
        }
    }

    static void checkThatEachWasAppliedOnce(Flamingock flamingock, DataSource dataSource) throws SQLException {
        assertThat(flamingock.apply().applied()).isEmpty();
        assertThat(flamingock.history(HistoryQuery.newest(10))).extracting(event -> event.changeId() + " " + event.state())
                .containsExactly("add-articles EXECUTED", "add-articles STARTED", "create-article EXECUTED",
                        "create-article STARTED");
        assertThat(flamingock.verify().intact()).isTrue();
        List<String> names = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM article ORDER BY name")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        assertThat(names).containsExactly("bread", "coffee");
    }
}
