/**
 * What of MongoDB's interfaces a transactional change can use, and what is refused.
 */
package io.quarkiverse.flamingock.runtime.mongodb.session;
