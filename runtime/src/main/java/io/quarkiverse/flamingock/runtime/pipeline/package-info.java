/**
 * The immutable model that the build produces: every change of the application in execution order.
 */
package io.quarkiverse.flamingock.runtime.pipeline;
