package org.acme.stock

import io.quarkiverse.flamingock.Apply
import io.quarkiverse.flamingock.Change
import java.sql.Connection

/** Its primary constructor is injected; it has a companion and lambdas. */
@Change(id = "add-items", author = "team")
class _2__AddItems(private val catalog: Catalog) {

    @Apply
    fun apply(connection: Connection) {
        catalog.items.map { prefix(it) }.forEach { item -> connection.add(item, CHANGE) }
    }

    companion object {
        private const val CHANGE = "add-items"

        private fun prefix(item: String) = "A $item"
    }
}
