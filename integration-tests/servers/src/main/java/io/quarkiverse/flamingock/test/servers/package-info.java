/**
 * Real servers for tests, started on free ports without Docker and stopped with the JVM.
 */
package io.quarkiverse.flamingock.test.servers;
