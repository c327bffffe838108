/**
 * A server that speaks MongoDB's wire protocol, for tests where no real one can run. It is a model of MongoDB, not MongoDB:
 * sessions, transactions and what they block are written here after what a real replica set was seen to answer; queries,
 * updates and pipelines are evaluated by mongo-java-server.
 */
package io.quarkiverse.flamingock.test.servers.mongodb;
