package io.quarkiverse.flamingock.test.shop;

/** A service that changes use; no class of the application injects it. */
public record Prices(String name) {
}
