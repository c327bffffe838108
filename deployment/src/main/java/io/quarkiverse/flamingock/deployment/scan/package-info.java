/**
 * The first step: what the classes of an application say about its changes, as plain records read from their bytecode.
 */
package io.quarkiverse.flamingock.deployment.scan;
