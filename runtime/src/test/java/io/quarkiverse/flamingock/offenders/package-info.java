/**
 * Breaks the rules of rooms, so that the tests are seen to notice.
 */
package io.quarkiverse.flamingock.offenders;
