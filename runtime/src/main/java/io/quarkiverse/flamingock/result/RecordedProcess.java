package io.quarkiverse.flamingock.result;

/**
 * What an audit event keeps of the process that wrote it. Everything may be null.
 *
 * @param executedBy the operating system's user, or the operator of a manual resolution
 * @param host where it ran
 * @param applicationVersion the version of the application
 * @param tag the release tag
 */
public record RecordedProcess(String executedBy, String host, String applicationVersion, String tag) {
}
