/**
 * A target system with transactions: a file of settings that keeps its fence and its markers itself.
 */
package org.acme.settings;
