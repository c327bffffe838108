package io.quarkiverse.flamingock;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class as a change: one versioned unit of work on a target system. It is found, checked and ordered at build
 * time, and applied exactly once when the application starts.
 * <p>
 * The class needs exactly one {@link Apply} method and may have one {@link Rollback} method. The parameters of its constructor
 * and methods are injected.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Change {

    /**
     * @return the stable name of the change, unique in the application; the audit store knows the change by it
     */
    String id();

    /**
     * The position among all changes of the application, over all target systems; orders compare as plain strings.
     * {@code YYYYMMDD_NN} is recommended. It may be left out where the class name holds it, as in
     * {@code _20250923_01__AddStatus} or {@code _20250923_01_AddStatus}; where both are given they must be equal.
     *
     * @return the order, or the empty string to take it from the class name
     */
    String order() default "";

    /**
     * @return who answers for the change: a person or a team
     */
    String author();

    /**
     * @return what the change does, in a sentence; may be empty
     */
    String description() default "";

    /**
     * @return whether the change runs in a transaction of its target system; without effect where the target system has none
     */
    boolean transactional() default true;

    /**
     * When the change is applied, as seen from the application. One that needs Hibernate, a messaging channel or what a
     * {@code StartupEvent} observer fills needs {@link Phase#APPLICATION}.
     *
     * @return the phase
     */
    Phase phase() default Phase.SCHEMA;
}
