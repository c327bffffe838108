/**
 * Changes of the user database, of which one changes Kafka and Redis, too.
 */
package org.acme.loyalty.changes;
