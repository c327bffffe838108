/**
 * The application as processes, with servers that the tests start.
 */
package org.acme.loyalty;
