/**
 * Changes of the user database, of which some change Kafka and Redis, too.
 */
package org.acme.loyalty.changes;
