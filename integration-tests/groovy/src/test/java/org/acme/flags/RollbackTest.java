package org.acme.flags;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkus.test.QuarkusUnitTest;

/**
 * A change in Groovy that fails is taken back by its rollback.
 */
class RollbackTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.flags("rollback", true)
            .assertException(error -> {
                assertThat(error).isInstanceOf(ChangeFailedException.class).hasMessageContaining("told to fail")
                        .hasMessageContaining("ROLLED_BACK");
                assertThat(Applications.names("rollback")).containsExactly("checkout by add-flags", "search by add-flags");
            });

    @Test
    void theStartFails() {
        Assertions.fail("the application must not start");
    }
}
