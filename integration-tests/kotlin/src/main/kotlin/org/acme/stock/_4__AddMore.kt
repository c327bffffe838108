package org.acme.stock

import io.quarkiverse.flamingock.Apply
import io.quarkiverse.flamingock.Change
import org.eclipse.microprofile.config.inject.ConfigProperty
import java.sql.Connection

/** Has a default argument, which is injected as any other. */
@Change(id = "add-more", author = "team")
class _4__AddMore {

    @Apply
    fun apply(connection: Connection, @ConfigProperty(name = "stock.count") count: Int = 3) {
        repeat(count) { number -> connection.add("Box $number", "add-more") }
    }
}
