package org.acme.stock

import jakarta.inject.Singleton

/** What the changes ask CDI for. */
@Singleton
class Catalog {
    val items = listOf("pencil", "paper")
}
