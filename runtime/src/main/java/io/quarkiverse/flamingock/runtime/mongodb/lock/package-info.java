/**
 * The lock of a target system: taken, taken over from an owner whose lease is over, renewed, released.
 */
package io.quarkiverse.flamingock.runtime.mongodb.lock;
