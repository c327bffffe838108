/**
 * A warehouse: users in PostgreSQL, the inventory in H2.
 */
package org.acme.warehouse;
