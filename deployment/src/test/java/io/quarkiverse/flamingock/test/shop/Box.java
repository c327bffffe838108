package io.quarkiverse.flamingock.test.shop;

/** A generic type. */
public record Box<T>(T content) {
}
