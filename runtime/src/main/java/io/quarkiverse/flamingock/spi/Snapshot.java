package io.quarkiverse.flamingock.spi;

import java.util.Map;

/**
 * What the audit store knows of a service at one moment.
 *
 * @param head the head
 * @param states the last state of every change that has one, by change id
 */
public record Snapshot(Head head, Map<String, StateRow> states) {

    public Snapshot {
        states = Map.copyOf(states);
    }
}
