package io.quarkiverse.flamingock.forged;

import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class H2ForgedTest extends Forged {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application("h2", "jdbc:h2:mem:forged;DB_CLOSE_DELAY=-1");
}
