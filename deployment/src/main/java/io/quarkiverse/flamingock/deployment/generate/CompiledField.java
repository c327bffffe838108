package io.quarkiverse.flamingock.deployment.generate;

import io.quarkus.gizmo2.desc.FieldDesc;

/**
 * A field of a change that is set.
 *
 * @param field the field
 * @param argument its value
 */
public record CompiledField(FieldDesc field, CompiledArgument argument) {
}
