/**
 * Getting the locks of target systems, keeping them, taking them over from an owner that has died, raising the fences.
 */
package io.quarkiverse.flamingock.runtime.engine.lock;
