/**
 * The fence that a target system keeps: the newest token, the session of its holder, the markers behind it; and what ends the\n
 * * transaction of a holder before.
 */
package io.quarkiverse.flamingock.runtime.mongodb.fence;
