/**
 * What the Dev UI asks for; used in dev mode only.
 */
package io.quarkiverse.flamingock.runtime.devui;
