/**
 * The contract suites: what every implementation of the SPI does, whatever the technology.
 */
package io.quarkiverse.flamingock.spi;
