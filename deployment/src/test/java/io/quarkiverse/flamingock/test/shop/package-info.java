/**
 * An application with changes of every form, on four target systems.
 */
package io.quarkiverse.flamingock.test.shop;
