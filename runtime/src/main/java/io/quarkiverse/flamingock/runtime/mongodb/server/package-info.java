/**
 * A database as the extension sees it: what its servers can do, the collections of the extension in it, the session to record
 * in.
 */
package io.quarkiverse.flamingock.runtime.mongodb.server;
