/**
 * What the shop's systems went through, in order.
 */
package org.acme.orders.changes;
