package io.quarkiverse.flamingock;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a {@link Change} that finds out what an interrupted or failed execution left in the target system. It
 * returns a {@link ProbeResult}, changes nothing, and takes parameters as {@link Apply} does.
 * <p>
 * It is called only where nothing else tells: after an execution without a transaction that has no recorded outcome, under
 * the lock, once the previous holder can no longer change anything. When it throws, the answer is
 * {@link ProbeResult#UNKNOWN}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Probe {
}
