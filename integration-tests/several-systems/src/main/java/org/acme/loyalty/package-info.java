/**
 * A shop that gives points to its users: they are in MongoDB, told of in Kafka and counted with what is in Redis.
 */
package org.acme.loyalty;
