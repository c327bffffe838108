/**
 * Applications with MongoDB and nothing of JDBC.
 */
package io.quarkiverse.flamingock.mongodb.only;
