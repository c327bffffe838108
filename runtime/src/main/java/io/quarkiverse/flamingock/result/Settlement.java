package io.quarkiverse.flamingock.result;

/**
 * What settled an execution whose outcome was open.
 *
 * @param by {@code MARKER}, {@code PROBE}, or {@code OPERATOR} with the reason given
 * @param token the fencing token of the execution that was settled
 */
public record Settlement(String by, long token) {
}
