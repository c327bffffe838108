package io.quarkiverse.flamingock.runtime.injection;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.inject.Qualifier;

/**
 * Added by the build to constructor parameters of changes that the target system supplies, so that CDI asks
 * {@link SuppliedCreator} for them. Never written by hand.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE })
public @interface Supplied {

    /**
     * @return the value of the parameter's own {@code @Named}, empty where it has none
     */
    String name() default "";

    /**
     * @return whether CDI is asked where the target system has no such value
     */
    boolean orCdi() default false;
}
