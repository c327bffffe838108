/**
 * The changes of both databases.
 */
package org.acme.catalog.changes;
