package io.quarkiverse.flamingock;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a start does with a {@link Change} whose last execution has an outcome that nothing can prove. The strategy in
 * the code counts, not the one that was recorded: changing it and deploying again unblocks the change.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Recovery {

    /**
     * @return the strategy
     */
    RecoveryStrategy strategy() default RecoveryStrategy.MANUAL_INTERVENTION;
}
