/**
 * The extension's card and page in the Dev UI.
 */
package io.quarkiverse.flamingock.deployment.devui;
