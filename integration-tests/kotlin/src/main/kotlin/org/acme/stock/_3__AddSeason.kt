package org.acme.stock

import io.quarkiverse.flamingock.Apply
import io.quarkiverse.flamingock.Change
import java.sql.Connection

/** A singleton of Kotlin. What it was called on is seen from outside. */
@Change(id = "add-season", author = "team")
object _3__AddSeason {

    var calledOn: _3__AddSeason? = null
        private set

    private val item = "A calendar"

    @Apply
    fun apply(connection: Connection) {
        calledOn = this
        connection.add(item, "add-season")
    }
}
