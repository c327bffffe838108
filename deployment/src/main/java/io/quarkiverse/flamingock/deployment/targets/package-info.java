/**
 * What changes can be applied to: the target systems and data stores that the build knows, and what they supply.
 */
package io.quarkiverse.flamingock.deployment.targets;
