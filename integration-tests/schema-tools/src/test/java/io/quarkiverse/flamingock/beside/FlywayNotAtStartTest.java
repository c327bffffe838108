package io.quarkiverse.flamingock.beside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** A Flyway that does nothing at start is not waited for; later it needs a baseline, as in any database with tables. */
class FlywayNotAtStartTest {

    static final String DATABASE = "flyway-not-at-start";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Apps.on(DATABASE, Apps::script, Changes._2__Own.class)
            .overrideConfigKey("quarkus.hibernate-orm.enabled", "false")
            .overrideConfigKey("quarkus.flyway.baseline-on-migrate", "true")
            .overrideConfigKey("quarkus.flyway.baseline-version", "0");

    @Inject
    Flyway flyway;

    @Test
    void isNotWaitedFor() {
        assertThat(Apps.query(DATABASE, "SELECT change_id FROM \"flamingock_audit\" WHERE state = 'EXECUTED'"))
                .containsExactly("own");
        flyway.migrate();
        assertThat(Apps.query(DATABASE, "SELECT ours FROM found")).as("tables of ours").doesNotContain("0");
    }
}
