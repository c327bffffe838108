/**
 * Whether the MongoDB of the tests, stand-in or real, answers as a real one did.
 */
package io.quarkiverse.flamingock.test.servers.mongodb;
