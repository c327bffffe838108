/**
 * A shop with a catalog in MongoDB and orders in PostgreSQL.
 */
package org.acme.catalog;
