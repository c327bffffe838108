package org.acme.stock

import io.quarkiverse.flamingock.Apply
import io.quarkiverse.flamingock.Change
import io.quarkiverse.flamingock.Rollback
import java.sql.Connection

/** Internal: the names of its functions end with the name of the module. */
@Change(id = "create-stock", author = "team", transactional = false)
internal class _1__CreateStock {

    @Apply
    internal fun apply(connection: Connection) {
        connection.createStatement().use { it.execute("CREATE TABLE stock (item VARCHAR(40) PRIMARY KEY, change VARCHAR(40))") }
    }

    @Rollback
    internal fun rollback(connection: Connection) {
        connection.createStatement().use { it.execute("DROP TABLE stock") }
    }
}
