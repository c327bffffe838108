/**
 * Everything the SPI asks for, kept in memory, with a clock that tests move and faults that tests order. Held to the same
 * contract suites as the real ones.
 */
package io.quarkiverse.flamingock.test.memory;
