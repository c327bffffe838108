package org.acme.flags

import io.quarkiverse.flamingock.Apply
import io.quarkiverse.flamingock.Change
import io.quarkiverse.flamingock.Rollback

import java.sql.Connection

/** Fails when it is told to, so that its rollback is called. */
@Change(id = 'fail-once', author = 'team', transactional = false)
class _3__FailOnce {

    private final Flags flags

    @jakarta.inject.Inject
    _3__FailOnce(Flags flags) {
        this.flags = flags
    }

    @Apply
    void apply(Connection connection) {
        connection.createStatement().withCloseable { it.execute("INSERT INTO flags VALUES ('half')") }
        if (flags.fail) {
            throw new IllegalStateException('told to fail')
        }
    }

    @Rollback
    void rollback(Connection connection) {
        connection.createStatement().withCloseable { it.execute("DELETE FROM flags WHERE name = 'half'") }
    }
}
