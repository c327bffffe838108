/**
 * An application that has no database: what it applies is recorded in the ledger, and changes the settings file.
 */
package org.acme.shop;
