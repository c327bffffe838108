/**
 * A shop with a database, feature flags in files and a newsletter.
 */
package org.acme.orders;
