package com.acme.changes

import io.quarkiverse.flamingock.Apply
import io.quarkiverse.flamingock.Change
import java.sql.Connection
import java.util.concurrent.Callable

@Change(id = "lambdas", author = "team", order = "1")
class Lambdas(private val prefix: String = "A ") {

    private val table = "stock"
    private var done = 0
    private val later: (String) -> String = { it.trim() + done }

    enum class Level { LOW, HIGH }

    @Apply
    fun apply(connection: Connection, names: List<String>) {
        var count = 0
        val insert: (String, Int) -> Unit = { name, number ->
            connection.prepareStatement("INSERT INTO $table VALUES (?, ?)").use {
                it.setString(1, prefix + name)
                it.setInt(2, number)
                it.executeUpdate()
            }
            count++
            done += number
            helper(name)
        }
        names.forEachIndexed { index, name -> insert(name, index) }
        val nested = { factor: Int -> { other: Long -> factor * other + count } }
        val nothing: () -> Unit = { }
        val text: String.() -> Int = { length + nested(2)(3L).toInt() }
        val reference: (String) -> String = this::helper
        val length: (String) -> Int = String::length
        val callable = Callable { done + "x".text() }
        run(nothing, callable.call())
        later("b")
        fun local(depth: Int): Int = if (depth > 3) depth else local(depth + 1) + count
        val sorted = names.sortedWith { one, other -> one.compareTo(other) }
        sequence { yield(1); yield(local(2)) }.map { it * 2 }.filter { it > 1 }.forEach { println("$it ${reference("a")} ${length("b")} $sorted") }
        when (Level.valueOf("LOW")) {
            Level.LOW -> println("low")
            Level.HIGH -> println("high")
        }
        val anonymous = object : Runnable {
            var calls = 0
            override fun run() {
                calls += names.size
                println({ "calls $calls $prefix" }())
            }
        }
        anonymous.run()
        require(done < 100) { "too many: $done" }
        topLevel { "text $it $count" }
    }

    private fun helper(name: String): String {
        done++
        return "helped $name"
    }

    private fun run(block: () -> Unit, number: Int) {
        if (number > 3) block()
    }

    companion object {
        private val LEVELS by lazy { listOf(Level.LOW, Level.HIGH) }
        fun levels() = LEVELS.map { it.name }
    }
}

private fun topLevel(block: (Int) -> String) = println(block(7))
