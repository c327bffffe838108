package io.quarkiverse.flamingock.test.shop;

/** A bean with a name. */
public record Hours(String name) {
}
