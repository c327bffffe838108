package io.quarkiverse.flamingock;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method that takes a {@link Change} back; at most one per change. It is called when a change without transaction
 * fails, and when an applied change is undone. A failed transaction is rolled back by its database instead.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Rollback {
}
