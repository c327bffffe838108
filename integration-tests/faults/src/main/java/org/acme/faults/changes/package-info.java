/**
 * One change for each way in which a change can be treated after an interruption, with a harmless one before and after it.
 */
package org.acme.faults.changes;
