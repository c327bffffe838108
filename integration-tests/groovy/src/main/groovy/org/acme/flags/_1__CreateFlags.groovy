package org.acme.flags

import io.quarkiverse.flamingock.Apply
import io.quarkiverse.flamingock.Change
import io.quarkiverse.flamingock.Rollback

import java.sql.Connection

/** Compiled statically. */
@groovy.transform.CompileStatic
@Change(id = 'create-flags', author = 'team', transactional = false)
class _1__CreateFlags {

    @Apply
    void apply(Connection connection) {
        connection.createStatement().withCloseable {
            it.execute('CREATE TABLE flags (name VARCHAR(40) PRIMARY KEY)')
        }
    }

    @Rollback
    void rollback(Connection connection) {
        connection.createStatement().withCloseable { it.execute('DROP TABLE flags') }
    }
}
