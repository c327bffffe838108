/**
 * MongoDB: target system, audit store and lock, with ordinary operators only, so that compatible databases work too.
 * <p>
 * The rooms, from the bottom to the top; none imports one that comes after it: {@code client}, {@code server}, {@code session},
 * {@code lock}, {@code store}, {@code fence}, {@code target}. The audit store and its lock know nothing of the target system,
 * nor
 * that of them.
 */
package io.quarkiverse.flamingock.runtime.mongodb;
