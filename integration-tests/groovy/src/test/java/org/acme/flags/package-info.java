/**
 * Applications whose changes are in Groovy, built and started.
 */
package org.acme.flags;
