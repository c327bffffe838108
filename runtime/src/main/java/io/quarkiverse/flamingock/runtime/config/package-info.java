/**
 * The configuration, as config mappings.
 */
package io.quarkiverse.flamingock.runtime.config;
