package io.quarkiverse.flamingock.runtime.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.ChangeFailedException;
import io.quarkiverse.flamingock.error.EditedChangeException;
import io.quarkiverse.flamingock.error.FlamingockException;
import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.error.NestedCallException;
import io.quarkiverse.flamingock.error.NothingToFixException;
import io.quarkiverse.flamingock.error.OutOfOrderChangeException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.error.UnresolvedIssueException;
import io.quarkiverse.flamingock.runtime.engine.text.ErrorText;
import io.quarkiverse.flamingock.runtime.engine.text.OutgoingError;
import io.quarkiverse.flamingock.spi.NewerTokenException;

/** Outside of the engine, whose own errors it takes for looked at. */
class OutgoingErrorTest {

    static final List<FlamingockException> ERRORS = List.of(new AuditStoreUnavailableException("a"),
            new TargetSystemUnavailableException("a"), new ChangeFailedException("a"), new UnresolvedIssueException("a"),
            new LockLostException("a"), new EditedChangeException("a"), new OutOfOrderChangeException("a"),
            new NothingToFixException("a"), new FlamingockException("a"), new NestedCallException("a"));

    private final OutgoingError outgoing = new OutgoingError(new ErrorText(List::of));

    @ParameterizedTest
    @FieldSource("ERRORS")
    void staysOfItsKind(FlamingockException error) {
        assertThat(outgoing.of(error)).isSameAs(error);
        error.addSuppressed(new SQLException("password=hunter2"));

        RuntimeException out = outgoing.of(error);

        assertThat(out).isNotSameAs(error).hasSameClassAs(error).hasMessage("a");
        assertThat(out.getStackTrace()).isEqualTo(error.getStackTrace());
        assertThat(out.getSuppressed()).singleElement().hasToString("java.sql.SQLException: password=***");
    }

    @Test
    void anotherOneIsNamed() {
        assertThat(outgoing.of(new IllegalStateException("password=hunter2", new SQLException("token=hunter2"))))
                .isExactlyInstanceOf(FlamingockException.class)
                .hasMessage("java.lang.IllegalStateException: password=***")
                .cause().hasToString("java.sql.SQLException: token=***");
        assertThat(outgoing.of(new NewerTokenException("password=hunter2", 7)))
                .isExactlyInstanceOf(LockLostException.class).hasMessage("password=***");
        assertThat(outgoing.of(new AssertionError("password=hunter2")))
                .hasMessage("java.lang.AssertionError: password=***");
        assertThat(outgoing.of(new SQLException("a"))).hasMessage("java.sql.SQLException: a");
    }

    @Test
    void oneWithoutASecretGoesOutAsItIs() {
        Exception cause = new SQLException("relation \"x\" does not exist");
        RuntimeException error = new IllegalStateException("x", cause);
        AssertionError other = new AssertionError("x");

        assertThat(outgoing.of(error)).isSameAs(error).hasCause(cause);
        assertThatThrownBy(() -> outgoing.of(other)).isSameAs(other);
        OutOfMemoryError fatal = new OutOfMemoryError("password=hunter2");
        assertThatThrownBy(() -> outgoing.of(fatal)).isSameAs(fatal);
    }

    @Test
    void aTextThatOnlyToStringTellsCounts() {
        RuntimeException error = new IllegalStateException("a") {
            @Override
            public String toString() {
                return "password=hunter2";
            }
        };

        assertThat(outgoing.of(error)).isNotSameAs(error).asString().doesNotContain("hunter2");
    }
}
