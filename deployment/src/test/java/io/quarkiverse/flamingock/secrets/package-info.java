/**
 * Applications whose changes meet errors with secrets in them.
 */
package io.quarkiverse.flamingock.secrets;
