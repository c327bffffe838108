/**
 * Applications whose changes are in Kotlin, built and started.
 */
package org.acme.stock;
