package io.quarkiverse.flamingock.result;

/**
 * Who says something that no execution has said: what settled one whose outcome was open, or that a change is there which was
 * never run here, or that the edit of an executed one is right.
 *
 * @param by {@code MARKER}, {@code PROBE}, or {@code OPERATOR}, {@code BASELINE} or {@code ACCEPTED} with the reason given
 * @param token the fencing token of the execution that was settled; 0 where there was none
 */
public record Settlement(String by, long token) {
}
