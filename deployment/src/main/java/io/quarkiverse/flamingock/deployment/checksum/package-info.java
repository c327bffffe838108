/**
 * The checksum of a change: of what its code says and calls, not of its class files. It is read
 * ({@link io.quarkiverse.flamingock.deployment.checksum.OwnCode}), executed symbolically into a graph of values and effects
 * ({@link io.quarkiverse.flamingock.deployment.checksum.Body}), cleared of what compilers do differently
 * ({@link io.quarkiverse.flamingock.deployment.checksum.Idioms}), linked along its control flow
 * ({@link io.quarkiverse.flamingock.deployment.checksum.Links}) and hashed
 * ({@link io.quarkiverse.flamingock.deployment.checksum.CanonicalForm}).
 */
package io.quarkiverse.flamingock.deployment.checksum;
