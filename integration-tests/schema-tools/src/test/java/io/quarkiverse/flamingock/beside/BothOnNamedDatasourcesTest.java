package io.quarkiverse.flamingock.beside;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** Two datasources, one with Flyway at start and one with Liquibase: both are done before the first change. */
class BothOnNamedDatasourcesTest {

    static final String DATABASE = "named-default";
    static final String STOCK = "named-stock";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Apps.datasource("quarkus.datasource.stock.", STOCK,
            Apps.on(DATABASE, BothOnNamedDatasourcesTest::files, Changes._1__Price.class, Changes._3__StockPrice.class))
            .overrideConfigKey("quarkus.hibernate-orm.enabled", "false")
            .overrideConfigKey("quarkus.flamingock.audit-store.datasource", "<default>")
            .overrideConfigKey("quarkus.flyway.stock.migrate-at-start", "true")
            .overrideConfigKey("quarkus.flyway.stock.locations", "stock")
            .withConfigurationResource("beside-liquibase.properties")
            .overrideConfigKey("quarkus.liquibase.stock.change-log", "db/changes.sql");

    private static void files(JavaArchive jar) {
        Apps.file(jar, "stock/V1__product.sql", Apps.SCRIPT);
        Apps.file(jar, "db/changes.sql", "--liquibase formatted sql\n\n--changeset team:product\n" + Apps.SCRIPT);
    }

    @Test
    void comesFirst() {
        assertThat(Apps.query(DATABASE, "SELECT ours FROM found")).containsExactly("0");
        assertThat(Apps.query(STOCK, "SELECT ours FROM found")).containsExactly("0");
        assertThat(
                Apps.query(DATABASE, "SELECT change_id FROM \"flamingock_audit\" WHERE state = 'EXECUTED' ORDER BY sequence"))
                .containsExactly("price", "stock-price");
    }
}
