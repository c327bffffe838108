/**
 * What a transactional change is handed of MongoDB: clients, databases and collections whose operations all take part in its
 * transaction, also those written without the session; the others are refused.
 */
package io.quarkiverse.flamingock.runtime.mongodb.session;
