/**
 * The changes.
 */
package org.acme.shop.changes;
