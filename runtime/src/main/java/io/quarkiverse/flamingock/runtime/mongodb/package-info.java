/**
 * MongoDB: target system, audit store and lock, with ordinary operators only, so that compatible databases work too.
 */
package io.quarkiverse.flamingock.runtime.mongodb;
