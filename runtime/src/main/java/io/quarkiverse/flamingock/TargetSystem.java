package io.quarkiverse.flamingock;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the target system that a change is applied to. It may be left out only where the application has exactly one
 * data store.
 * <p>
 * {@code @TargetSystem("user-database")} and {@code @TargetSystem(id = "user-database")} mean the same. The build fails where
 * neither is given, or both and they differ.
 * <p>
 * A change over several systems names the others in {@link #also()}: their locks are held, too, and no transaction is relied on
 * for what it does there.
 *
 * @see io.quarkiverse.flamingock.spi.ChangeTarget
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TargetSystem {

    /**
     * @return the id of a target system: the name of a datasource, of a configured target system, or the
     *         {@code @Identifier} of a {@link io.quarkiverse.flamingock.spi.ChangeTarget} bean
     */
    String value() default "";

    /**
     * @return the same as {@link #value()}, by its name
     */
    String id() default "";

    /**
     * The other systems that the change changes. It runs in the transaction of the first, which commits when everything else is
     * done, so that its marker proves the whole. When the change fails, that transaction is undone and {@link Rollback} is
     * called
     * to take back the rest. After a crash a missing marker proves nothing of the others: the {@link Probe} is asked, or the
     * {@link Recovery} strategy decides.
     *
     * @return ids of target systems, each different from {@link #value()} and from each other; empty for a change of one system
     */
    String[] also() default {};
}
