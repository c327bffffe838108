package io.quarkiverse.flamingock.test.shop;

/** What the target system bean supplies. */
public record Broker(String name) {
}
