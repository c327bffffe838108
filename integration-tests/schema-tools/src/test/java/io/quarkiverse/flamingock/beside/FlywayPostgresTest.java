package io.quarkiverse.flamingock.beside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.test.servers.SharedPostgres;
import io.quarkus.test.QuarkusUnitTest;

/** The same on PostgreSQL. */
class FlywayPostgresTest {

    static final String DATABASE = "beside_flyway";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .overrideConfigKey("quarkus.devservices.enabled", "false")
            .overrideConfigKey("quarkus.hibernate-orm.enabled", "false")
            .overrideConfigKey("quarkus.datasource.db-kind", "postgresql")
            .overrideRuntimeConfigKey("quarkus.datasource.jdbc.url", SharedPostgres.url(DATABASE))
            .overrideConfigKey("quarkus.flyway.migrate-at-start", "true")
            .withApplicationRoot(jar -> {
                jar.addClasses(Apps.class, Changes._1__Price.class, Changes._2__Own.class);
                Apps.file(jar, "db/migration/V1__product.sql", Apps.SCRIPT);
            });

    @Test
    void comesFirst() {
        assertThat(Apps.query(SharedPostgres.url(DATABASE), "postgres", "SELECT ours FROM found")).containsExactly("0");
        assertThat(Apps.query(SharedPostgres.url(DATABASE), "postgres",
                "SELECT change_id FROM flamingock_audit WHERE state = 'EXECUTED' ORDER BY sequence"))
                .containsExactly("price", "own");
    }
}
