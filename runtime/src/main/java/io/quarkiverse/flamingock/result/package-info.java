/**
 * What the facade answers, and what it is asked with: values that every surface shows alike.
 */
package io.quarkiverse.flamingock.result;
