/**
 * Relational databases. Here the rooms are put together. From the lowest to the highest they are {@code dialect},
 * {@code connection}, {@code schema}, {@code guard}, {@code takeover}, {@code fence}, {@code target}, {@code lock} and
 * {@code store}: each knows only lower ones, and the last two know nothing of target systems.
 */
package io.quarkiverse.flamingock.runtime.jdbc;
