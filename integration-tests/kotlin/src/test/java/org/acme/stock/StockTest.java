package org.acme.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Changes in Kotlin are found and applied.
 */
class StockTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.stock("stock");

    @Inject
    Flamingock flamingock;

    @Inject
    DataSource database;

    @Test
    void allAreFoundAndApplied() {
        assertThat(flamingock.history(HistoryQuery.newest(100)))
                .filteredOn(event -> event.state() == ChangeState.EXECUTED).extracting(AuditEvent::changeId)
                .containsExactlyInAnyOrder("create-stock", "add-items", "add-season", "add-more", "add-field", "add-default");
        assertThat(flamingock.apply().applied()).isEmpty();
    }

    /** {@link SecondBuildTest} compares with it; whichever comes first. */
    @Test
    void allHaveChecksumsThatDoNotDependOnTheBuild() {
        assertThat(Checksums.of(flamingock)).hasSize(6).doesNotContainValue(null)
                .hasToString(Checksums.ofFirstBuild(flamingock));
    }

    @Test
    void anInternalFunctionOfAnInternalClass() throws SQLException {
        assertThat(items("create-stock")).as("the table is there").isEmpty();
    }

    @Test
    void aPrimaryConstructorACompanionAndLambdas() throws SQLException {
        assertThat(items("add-items")).containsExactly("A paper", "A pencil");
    }

    @Test
    void anObjectIsCalledOnItsInstance() throws SQLException {
        assertThat(items("add-season")).containsExactly("A calendar");
        assertThat(_3__AddSeason.INSTANCE.getCalledOn()).isSameAs(_3__AddSeason.INSTANCE);
    }

    @Test
    void aDefaultArgumentIsInjectedAsAnyOther() throws SQLException {
        assertThat(items("add-more")).as("2 are configured, 3 are the default").containsExactly("Box 0", "Box 1");
    }

    @Test
    void aDefaultArgumentOfAConstructorIsInjectedAsAnyOther() throws SQLException {
        assertThat(items("add-default")).as("4 are configured, 5 are the default").containsExactly("Pack of 4");
    }

    @Test
    void aFieldThatIsInitializedLate() throws SQLException {
        assertThat(items("add-field")).containsExactly("Set of pencil and paper");
    }

    private List<String> items(String change) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet found = connection.createStatement().executeQuery(
                        "SELECT item FROM stock WHERE change = '" + change + "' ORDER BY item")) {
            List<String> items = new ArrayList<>();
            while (found.next()) {
                items.add(found.getString(1));
            }
            return items;
        }
    }
}
