/**
 * Applications with mistakes: what the build says about each.
 */
package io.quarkiverse.flamingock.test.mistakes;
