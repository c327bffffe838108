/**
 * The changes of the application with MongoDB: those of {@link org.acme.faults.changes}, written to documents.
 */
package org.acme.faults.documents;
