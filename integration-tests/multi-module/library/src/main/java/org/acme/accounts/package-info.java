/**
 * Accounts, with the changes that make their table: a library that brings its own changes.
 */
package org.acme.accounts;
