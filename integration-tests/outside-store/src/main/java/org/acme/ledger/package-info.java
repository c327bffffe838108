/**
 * An audit store and its lock in a directory: a ledger that lines are added to, and a file of locks.
 */
package org.acme.ledger;
