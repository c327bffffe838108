/**
 * Other extensions that set up databases when the application starts: theirs comes first.
 */
package io.quarkiverse.flamingock.deployment.beside;
