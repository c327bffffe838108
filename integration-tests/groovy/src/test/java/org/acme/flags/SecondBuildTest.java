package org.acme.flags;

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
    static final QuarkusUnitTest APPLICATION = Applications.flags("second", false);

    @Inject
    Flamingock flamingock;

    @Test
    void checksumsAreThoseOfTheOtherBuild() {
        assertThat(Applications.checksums(flamingock)).hasToString(Applications.checksumsOfFirstBuild(flamingock));
    }
}
