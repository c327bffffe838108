package org.acme.stock

import io.quarkiverse.flamingock.Apply
import io.quarkiverse.flamingock.Change
import jakarta.inject.Inject
import java.sql.Connection

/** Has a field injected, which Kotlin makes public. */
@Change(id = "add-field", author = "team")
class _5__AddField {

    @Inject
    lateinit var catalog: Catalog

    @Apply
    fun apply(connection: Connection) {
        connection.add("Set of ${catalog.items.joinToString(" and ")}", "add-field")
    }
}
