package org.acme.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.acme.accounts.Account;
import org.junit.jupiter.api.Test;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkiverse.flamingock.result.PlannedChange;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(UsersDatabase.class)
class WarehouseTest {

    @Inject
    Flamingock flamingock;

    @Inject
    EntityManager entities;

    @Inject
    @io.quarkus.agroal.DataSource("users")
    DataSource users;

    @Inject
    @io.quarkus.agroal.DataSource("inventory")
    DataSource inventory;

    @Test
    @TestTransaction
    void hibernateFindsTheTableThatLibraryAndApplicationMade() {
        assertThat(entities.find(Account.class, "root").status).isEqualTo("active");
    }

    @Test
    void changesOfLibraryAndApplicationAreOneSequence() {
        assertThat(flamingock.plan().changes()).extracting(PlannedChange::id).containsExactly("create-account",
                "create-item", "add-status", "add-items");
        assertThat(flamingock.plan().pending()).isEmpty();
        assertThat(flamingock.history(HistoryQuery.newest(100))).filteredOn(event -> event.state() == ChangeState.EXECUTED)
                .extracting(AuditEvent::changeId)
                .containsExactly("add-items", "add-status", "create-item", "create-account");
    }

    @Test
    void theChangeContextReachesAConstructor() throws SQLException {
        assertThat(strings(inventory, "SELECT name || stock FROM item")).containsExactly("add-items1");
    }

    @Test
    void onlyTheNamedStoreHasTheAuditAndEachTargetItsMarkers() throws SQLException {
        assertThat(tables(users)).contains("flamingock_audit", "flamingock_state", "flamingock_head", "flamingock_lock",
                "flamingock_fence", "flamingock_marker");
        assertThat(tables(inventory)).contains("flamingock_fence", "flamingock_marker").doesNotContain("flamingock_audit",
                "flamingock_state", "flamingock_head", "flamingock_lock");
        assertThat(strings(users, "SELECT change_id FROM flamingock_marker ORDER BY change_id"))
                .containsExactly("add-status", "create-account");
    }

    private static List<String> tables(DataSource database) throws SQLException {
        return strings(database, "SELECT table_name FROM information_schema.tables").stream()
                .map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    private static List<String> strings(DataSource database, String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
