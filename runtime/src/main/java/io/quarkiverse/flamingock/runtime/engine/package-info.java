/**
 * Read head, plan, lock, apply, record: the protocol, in pure Java. Clock, sleeper, ids and everything technical are passed
 * in.
 */
package io.quarkiverse.flamingock.runtime.engine;
