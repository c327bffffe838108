/**
 * Thirty changes of mixed kinds, which create, write and take back things whose names are taken already.
 */
package org.acme.faults.hostile;
