/**
 * The application as processes that are killed and paused.
 */
package org.acme.catalog;
