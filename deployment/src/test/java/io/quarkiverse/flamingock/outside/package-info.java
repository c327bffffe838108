/**
 * Audit stores and target systems that are not the extension's own: beans of an application, and kinds of another extension.
 */
package io.quarkiverse.flamingock.outside;
