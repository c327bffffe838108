package io.quarkiverse.flamingock.runtime.redact;

/**
 * Knows one way in which secrets stand in texts.
 */
interface Finder {

    void find(Text text, Hidden hidden);
}
