/**
 * What the warehouse's databases look like after the start.
 */
package org.acme.warehouse;
