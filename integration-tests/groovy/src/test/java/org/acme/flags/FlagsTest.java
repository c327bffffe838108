package org.acme.flags;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.result.AuditEvent;
import io.quarkiverse.flamingock.result.ChangeState;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Changes in Groovy are found and applied.
 */
class FlagsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.flags("flags", false);

    @Inject
    Flamingock flamingock;

    @Test
    void allAreFoundAndApplied() {
        assertThat(flamingock.history(HistoryQuery.newest(100)))
                .filteredOn(event -> event.state() == ChangeState.EXECUTED).extracting(AuditEvent::changeId)
                .containsExactly("fail-once", "add-flags", "create-flags");
        assertThat(flamingock.apply().applied()).isEmpty();
        assertThat(Applications.names("flags")).containsExactly("checkout by add-flags", "half", "search by add-flags");
    }

    /** {@link SecondBuildTest} compares with it; whichever comes first. */
    @Test
    void allHaveChecksumsThatDoNotDependOnTheBuild() {
        assertThat(Applications.checksums(flamingock)).hasSize(3).doesNotContainValue(null)
                .hasToString(Applications.checksumsOfFirstBuild(flamingock));
    }
}
