/**
 * The protocol, in pure Java: read head, plan, lock, apply, record. Here is only what ties the rooms together; each of them
 * knows those before it and none after it: {@code port}, {@code settings}, {@code text}, {@code environment}, {@code plan},
 * {@code issue}, {@code lock}, {@code record}, {@code execute}, {@code prove}, {@code apply}, {@code resolve},
 * {@code verify}.
 */
package io.quarkiverse.flamingock.runtime.engine;
