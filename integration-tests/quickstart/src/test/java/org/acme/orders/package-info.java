/**
 * The shop as its users and operators see it.
 */
package org.acme.orders;
