/**
 * Applications that are built and started, each for one thing that the build promises.
 */
package io.quarkiverse.flamingock.test;
