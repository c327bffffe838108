package io.quarkiverse.flamingock;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a {@link Change} that finds out whether the change is there in the target system. It
 * returns a {@link ProbeResult}, changes nothing, and takes parameters as {@link Apply} does.
 * <p>
 * It is called under the lock, once the previous holder can no longer change anything, where no marker tells: before the change
 * is applied for the first time, since what was made by other means must neither be made twice nor be taken away; after an
 * execution without a recorded outcome; and, where effects of a failed execution may remain, before the
 * {@link Rollback} method, which is called only if the answer is neither {@link ProbeResult#APPLIED} nor
 * {@link ProbeResult#NOT_APPLIED}. When it throws, the answer is {@link ProbeResult#UNKNOWN}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Probe {
}
