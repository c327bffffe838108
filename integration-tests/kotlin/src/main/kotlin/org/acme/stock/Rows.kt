package org.acme.stock

import java.sql.Connection

internal fun Connection.add(item: String, change: String) {
    prepareStatement("INSERT INTO stock VALUES (?, ?)").use {
        it.setString(1, item)
        it.setString(2, change)
        it.executeUpdate()
    }
}
