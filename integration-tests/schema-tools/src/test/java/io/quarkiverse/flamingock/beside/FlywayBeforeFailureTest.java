package io.quarkiverse.flamingock.beside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

/** A change that fails leaves a database that Flyway knows: it is not refused at the next start. */
class FlywayBeforeFailureTest {

    static final String DATABASE = "flyway-before-failure";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Apps.on(DATABASE, Apps::script, Changes._4__Broken.class)
            .overrideConfigKey("quarkus.hibernate-orm.enabled", "false")
            .overrideConfigKey("quarkus.flyway.migrate-at-start", "true")
            .assertException(error -> {
                assertThat(error).hasMessageContaining("broken").hasMessageContaining("not today");
                assertThat(Apps.query(DATABASE,
                        "SELECT \"version\", \"success\" FROM \"flyway_schema_history\" WHERE \"version\" IS NOT NULL"))
                        .containsExactly("1 TRUE");
                assertThat(Apps.query(DATABASE, "SELECT ours FROM found")).containsExactly("0");
            });

    @Test
    void isKnownToFlyway() {
        Assertions.fail("the application must not start");
    }
}
