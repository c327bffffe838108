package io.quarkiverse.flamingock.deployment.beside;

import io.quarkus.builder.item.EmptyBuildItem;

/**
 * Orders what is recorded for the start: Flyway and Liquibase, where they are there, have done what they do when the
 * application
 * starts. Nobody produces it; {@link SchemaToolsFirst} says that their steps come before those that consume it.
 */
public final class SchemaToolsStartedBuildItem extends EmptyBuildItem {
}
