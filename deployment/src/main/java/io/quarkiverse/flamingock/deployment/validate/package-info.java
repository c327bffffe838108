/**
 * The second step: all that is wrong with the changes of an application, found before anything is generated.
 */
package io.quarkiverse.flamingock.deployment.validate;
