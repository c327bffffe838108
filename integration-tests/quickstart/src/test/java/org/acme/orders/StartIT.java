package org.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/**
 * Starts the built application again and again on the same data.
 */
class StartIT {

    private static final Map<String, String> INIT_AND_EXIT = Shown.environment("apply-and-exit.sh");

    private final Path data = FreshData.folder();

    @Test
    void theFirstStartAppliesInOrderAndTheSecondNothing() throws IOException, InterruptedException {
        String first;
        try (Shop shop = Shop.start(data, Map.of()).awaitListening()) {
            assertThat(about(shop)).map(Shown::comparable).isEqualTo(Shown.log("first-start.log"));
            assertThat(indexOf(shop, "Flamingock applied 5 changes")).isLessThan(indexOf(shop, "Listening on:"));
            assertThat(shop.get("/shop")).contains("Bread", "checkout", "Our new checkout is here");
            first = shop.secondsToStart();
        }

        try (Shop shop = Shop.start(data, Map.of()).awaitListening()) {
            assertThat(about(shop)).map(Shown::comparable).isEqualTo(Shown.log("second-start.log"));
            assertThat(indexOf(shop, "nothing pending")).isLessThan(indexOf(shop, "Listening on:"));
            assertThat(shop.get("/shop")).containsOnlyOnce("Our new checkout is here");
            System.out.printf("First start: %s s with 5 changes, second start: %s s with nothing pending%n", first,
                    shop.secondsToStart());
        }
    }

    @Test
    void initAndExitAppliesAndEndsWithoutHttp() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Binding this port would fail the start.
            String port = "-Dquarkus.http.port=" + taken.getLocalPort();
            try (Shop shop = Shop.start(data, INIT_AND_EXIT, port)) {
                assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isZero();
                assertThat(shop.log()).anyMatch(line -> line.contains("Flamingock applied 5 changes"))
                        .noneMatch(line -> line.contains("Listening on:"));
            }
            try (Shop shop = Shop.start(data, INIT_AND_EXIT, port)) {
                assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isZero();
                assertThat(about(shop)).singleElement().asString().contains("nothing pending, 5 changes are up to date");
            }
        }
    }

    @Test
    void aFailureStopsTheStartUntilAPersonSettledIt() throws IOException, InterruptedException {
        try (Shop shop = Shop.start(data, Map.of(), Shown.options("mail-server-down.sh"))) {
            assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isNotZero();
            assertStopped(shop);
            assertThat(shop.log()).anyMatch(line -> line.contains("The mail server did not answer"));
        }
        try (Shop shop = Shop.start(data, Map.of())) {
            assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isNotZero();
            assertStopped(shop);
            assertThat(shop.log()).noneMatch(line -> line.contains("Applied change"));
        }
        try (Shop shop = Shop.start(data, Map.of(), Shown.options("fix.sh"))) {
            assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isZero();
            assertThat(shop.log()).anyMatch(line -> line.contains("announce-checkout")
                    && line.contains("MANUAL_MARKED_AS_ROLLED_BACK"))
                    .noneMatch(line -> line.contains("Listening on:") || line.contains("Applied change"));
        }
        try (Shop shop = Shop.start(data, Map.of()).awaitListening()) {
            assertThat(about(shop)).hasSize(2);
            assertThat(about(shop).get(0)).contains("Applied change announce-checkout to newsletter in ");
            assertThat(about(shop).get(1)).contains("Flamingock applied 1 change");
            assertThat(shop.get("/shop")).containsOnlyOnce("Our new checkout is here");
        }
    }

    @Test
    void aChangeThatAPersonFoundAppliedIsNotAppliedAgain() throws IOException, InterruptedException {
        try (Shop shop = Shop.start(data, Map.of(), "-Dquickstart.mail-server-down=true")) {
            assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isNotZero();
        }
        try (Shop shop = Shop.start(data, Map.of(), "-Dquarkus.flamingock.fix.change-id=announce-checkout",
                "-Dquarkus.flamingock.fix.resolution=EXECUTED")) {
            assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isZero();
        }
        try (Shop shop = Shop.start(data, Map.of()).awaitListening()) {
            assertThat(shop.log()).noneMatch(line -> line.contains("Applied change"));
            assertThat(shop.get("/shop")).contains("\"letters\":[]");
        }
    }

    @Test
    void anAuditThatWasChangedIsNoticed() throws Exception {
        try (Shop shop = Shop.start(data, INIT_AND_EXIT)) {
            assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isZero();
        }
        try (Shop shop = Shop.start(data, Map.of(), Shown.options("verify.sh"))) {
            assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isZero();
            assertThat(String.join("\n", shop.log())).contains(
                    "The audit is as it was written: 10 events, 10 of them chained without a key. Nothing was applied.");
        }
        inDatabase("UPDATE \"flamingock_audit\" SET author = 'mallory' WHERE sequence = 3");
        try (Shop shop = Shop.start(data, Map.of(), Shown.options("verify.sh"))) {
            assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isEqualTo(1);
            assertThat(String.join("\n", shop.log())).contains("The audit is not as it was written. Event 3 of change"
                    + " 'add-products' does not match its hash, which is recorded in event 4: one of the two was changed."
                    + " The 2 events before are intact. Nothing was applied.");
        }
    }

    @Test
    void anAuditThatWasLostIsRebuilt() throws Exception {
        try (Shop shop = Shop.start(data, INIT_AND_EXIT)) {
            assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isZero();
        }
        inDatabase("DROP TABLE \"flamingock_audit\", \"flamingock_state\", \"flamingock_head\"");
        try (Shop shop = Shop.start(data, INIT_AND_EXIT)) {
            assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isNotZero();
            assertThat(String.join("\n", shop.log()))
                    .contains("would be applied a second time: announce-checkout",
                            "-Dquarkus.flamingock.rebuild=true")
                    .doesNotContain("Applied change");
        }
        try (Shop shop = Shop.start(data, Map.of(), Shown.options("rebuild.sh"))) {
            assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isZero();
            assertThat(String.join("\n", shop.log())).contains("Proven to be applied and recorded as EXECUTED: create-products,"
                    + " add-products, enable-checkout, set-currency. Without any proof and recorded as EXECUTION_FAILED, so that"
                    + " a person settles them unless they are ALWAYS_RETRY: announce-checkout. Nothing was applied.");
        }
        try (Shop shop = Shop.start(data, Map.of(), "-Dquarkus.flamingock.fix.change-id=announce-checkout",
                "-Dquarkus.flamingock.fix.resolution=EXECUTED")) {
            assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isZero();
        }
        try (Shop shop = Shop.start(data, Map.of()).awaitListening()) {
            assertThat(shop.log()).noneMatch(line -> line.contains("Applied change"));
            assertThat(shop.get("/shop")).containsOnlyOnce("Our new checkout is here");
        }
    }

    @Test
    void aDatabaseThatExistsAlreadyIsTakenIn() throws Exception {
        inDatabase("CREATE TABLE product (name VARCHAR(100) PRIMARY KEY, price DECIMAL(10, 2), currency CHAR(3))");
        inDatabase("INSERT INTO product (name, price) VALUES ('Cake', 4.50)");
        try (Shop shop = Shop.start(data, Map.of(), Shown.options("baseline.sh")).awaitListening()) {
            assertThat(String.join("\n", shop.log())).contains("Baseline: 2 changes are recorded as executed without running"
                    + " them: create-products, add-products", "Flamingock applied 3 changes");
            assertThat(shop.get("/shop")).contains("Cake", "Our new checkout is here").doesNotContain("Bread");
        }
        try (Shop shop = Shop.start(data, Map.of(), Shown.options("baseline.sh")).awaitListening()) {
            assertThat(about(shop)).singleElement().asString().contains("nothing pending, 5 changes are up to date");
        }
    }

    @Test
    void anEditIsToldAtEveryStartUntilItIsAccepted() throws Exception {
        try (Shop shop = Shop.start(data, INIT_AND_EXIT)) {
            assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isZero();
        }
        // As if it had been executed with other code.
        inDatabase("UPDATE \"flamingock_state\" SET checksum = '2:other' WHERE change_id = 'add-products'");
        inDatabase("UPDATE \"flamingock_head\" SET settled = NULL");
        for (int start = 0; start < 2; start++) {
            try (Shop shop = Shop.start(data, INIT_AND_EXIT)) {
                assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isZero();
                assertThat(String.join("\n", shop.log())).contains("Executed changes differ from today's code",
                        "-Dquarkus.flamingock.accept.change-id=add-products");
            }
        }
        try (Shop shop = Shop.start(data, Map.of(), Shown.options("accept.sh"))) {
            assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isZero();
            assertThat(String.join("\n", shop.log())).contains("Change 'add-products' counts as executed with the code of today"
                    + " now. Nothing was applied.").doesNotContain("Listening on:");
        }
        try (Shop shop = Shop.start(data, INIT_AND_EXIT, "-Dquarkus.flamingock.on-modified=fail")) {
            assertThat(shop.awaitExit()).as("exit code; %s", shop.log()).isZero();
            assertThat(about(shop)).singleElement().asString().contains("nothing pending, 5 changes are up to date");
        }
    }

    private void inDatabase(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("orders"), "shop", "shop");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertStopped(Shop shop) {
        assertThat(String.join("\n", shop.log())).contains("announce-checkout", "newsletter", "EXECUTION_FAILED",
                "-Dquarkus.flamingock.fix.change-id=announce-checkout").doesNotContain("Listening on:");
    }

    private static List<String> about(Shop shop) {
        return shop.log().stream().filter(line -> line.contains("[io.quarkiverse.flamingock")).toList();
    }

    private static int indexOf(Shop shop, String text) {
        List<String> log = shop.log();
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i).contains(text)) {
                return i;
            }
        }
        throw new AssertionError("Not logged: " + text + "\n" + String.join("\n", log));
    }
}
