package org.acme.flags

import io.quarkiverse.flamingock.Apply
import io.quarkiverse.flamingock.Change
import io.quarkiverse.flamingock.ChangeContext

import jakarta.inject.Inject
import java.sql.Connection

/** As Groovy is by default: dynamic, with a closure that sees what is around it. */
@Change(id = 'add-flags', author = 'team')
class _2__AddFlags {

    @Inject
    Flags flags

    @Apply
    void apply(Connection connection, ChangeContext context) {
        connection.prepareStatement('INSERT INTO flags VALUES (?)').withCloseable { statement ->
            flags.names.each { name ->
                statement.setString(1, "${name} by ${context.changeId()}")
                statement.executeUpdate()
            }
        }
    }
}
