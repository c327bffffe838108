package io.quarkiverse.flamingock.deployment.generate;

import java.lang.constant.ClassDesc;

/**
 * What CDI is asked for, by all parameters and fields that ask for the same.
 *
 * @param bean the generated bean that has the injection point
 * @param index which one of that bean
 */
public record Lookup(ClassDesc bean, int index) {
}
