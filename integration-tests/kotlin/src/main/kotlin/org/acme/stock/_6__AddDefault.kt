package org.acme.stock

import io.quarkiverse.flamingock.Apply
import io.quarkiverse.flamingock.Change
import java.sql.Connection
import org.eclipse.microprofile.config.inject.ConfigProperty

/** Its primary constructor has a default argument, for which Kotlin adds a second one that only Kotlin calls. */
@Change(id = "add-default", author = "team")
class _6__AddDefault(
    private val catalog: Catalog,
    @ConfigProperty(name = "stock.pack") private val pack: Int = 1 + 4,
) {

    @Apply
    fun apply(connection: Connection) {
        check(catalog.items.isNotEmpty())
        connection.add("Pack of $pack", "add-default")
    }
}
