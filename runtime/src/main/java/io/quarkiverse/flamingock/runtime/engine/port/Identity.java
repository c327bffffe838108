package io.quarkiverse.flamingock.runtime.engine.port;

/**
 * Who runs, for the audit.
 *
 * @param user the operating system's user
 * @param host the machine
 * @param applicationVersion the version of the application
 * @param tag the release tag
 */
public record Identity(String user, String host, String applicationVersion, String tag) {
}
