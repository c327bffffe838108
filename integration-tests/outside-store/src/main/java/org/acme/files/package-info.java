/**
 * Files that several processes read and change at once.
 */
package org.acme.files;
