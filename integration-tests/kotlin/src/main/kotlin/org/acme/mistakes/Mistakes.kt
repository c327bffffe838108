package org.acme.mistakes

import io.quarkiverse.flamingock.Apply
import io.quarkiverse.flamingock.Change
import io.quarkiverse.flamingock.Rollback
import java.sql.Connection

@Change(id = "suspended", author = "team")
class _1__Suspended {

    @Apply
    suspend fun apply(connection: Connection) = Unit

    @Rollback
    fun rollback() = Unit
}

@Change(id = "default-argument", author = "team")
class _2__DefaultArgument {

    @Apply
    fun apply(connection: Connection, count: Int = 3) = Unit

    @Rollback
    fun rollback() = Unit
}
