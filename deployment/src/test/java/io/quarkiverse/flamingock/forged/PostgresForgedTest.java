package io.quarkiverse.flamingock.forged;

import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.test.servers.SharedPostgres;
import io.quarkus.test.QuarkusUnitTest;

class PostgresForgedTest extends Forged {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application("postgresql", SharedPostgres.url("forged"));
}
