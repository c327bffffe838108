/**
 * What an application imports: the annotations of a change, the {@link io.quarkiverse.flamingock.Flamingock} facade and
 * the records that its operations return.
 */
package io.quarkiverse.flamingock;
