package org.acme.stock;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkus.test.QuarkusUnitTest;

/**
 * The same application, built once more.
 */
class SecondBuildTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.stock("second");

    @Inject
    Flamingock flamingock;

    @Test
    void checksumsAreThoseOfTheOtherBuild() {
        assertThat(Checksums.of(flamingock)).hasToString(Checksums.ofFirstBuild(flamingock));
    }
}
