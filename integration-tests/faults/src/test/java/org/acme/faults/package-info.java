/**
 * The fault matrix: starts the application as processes of its own, kills, stops and cuts them off, starts them again, and
 * looks at what is left. Start reading at {@link org.acme.faults.KillIT}.
 */
package org.acme.faults;
