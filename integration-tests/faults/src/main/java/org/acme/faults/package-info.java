/**
 * An application whose changes can be told to misbehave, and which can be told to die at any phase of a run.
 */
package org.acme.faults;
