/**
 * Dev mode: live reload, error page, Dev UI.
 */
package io.quarkiverse.flamingock.dev;
