package io.quarkiverse.flamingock.runtime.config;

import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigDocSection;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/**
 * What is fixed when the application is built.
 */
@ConfigMapping(prefix = "quarkus.flamingock")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface FlamingockBuildTimeConfig {

    /**
     * Whether the build has the extension at all. Without it the changes are not looked at, checked or compiled, and the
     * application starts as if it had none. To build with the changes and leave them out of some starts only, use
     * `quarkus.flamingock.active` or `quarkus.flamingock.apply-at-start`.
     */
    @WithDefault("true")
    boolean enabled();

    /**
     * Whether a change without a rollback method fails the build. By default the build warns of those of which no transaction
     * undoes what a failure leaves.
     */
    @WithDefault("false")
    boolean requireRollback();

    /**
     * Whether `quarkus-kubernetes` and its kin are asked to generate a Job that applies the changes. The application waits for
     * it
     * and applies nothing itself. An application without changes has none.
     */
    @WithDefault("true")
    boolean initTask();

    /**
     * What the build does about orders that can be read in two ways: `fail`, `warn` or `ignore`. Such are numbers of different
     * lengths, which compare as text, so that `10` comes before `2`, and class names with more underscores than it takes to see
     * where the order ends, such as `_20260101_01_Create_Tables`. With `warn` and `ignore` orders compare as text, and that
     * of a class name ends at its last underscore.
     */
    @WithDefault("fail")
    OnAmbiguousOrder onAmbiguousOrder();

    /**
     * Target systems by id. A target system whose id is the name of a datasource or of a MongoDB client needs no
     * configuration, nor does one that is produced as a CDI bean.
     */
    @ConfigDocMapKey("target-system-id")
    @ConfigDocSection
    @WithName("target-systems")
    Map<String, TargetSystemConfig> targetSystems();

    /**
     * Where executions are recorded.
     */
    AuditStoreConfig auditStore();

    /**
     * One target system.
     */
    interface TargetSystemConfig {

        /**
         * The name of the datasource that is this target system; {@code <default>} for the default datasource.
         */
        Optional<String> datasource();

        /**
         * The name of the MongoDB client that is this target system; {@code <default>} for the default client. Changes are
         * given its database, see `database`.
         */
        Optional<String> mongodbClient();

        /**
         * What the target system is, where it is neither datasource nor MongoDB client: `non-transactional`, a system without
         * transactions, for which changes use the application's own beans; or a kind that another extension adds.
         */
        Optional<String> kind();

        /**
         * The name of the target system among those of its kind, where the kind has names.
         */
        Optional<String> name();
    }

    /**
     * The audit store.
     */
    interface AuditStoreConfig {

        /**
         * The name of the datasource to record in; {@code <default>} for the default datasource. May be left out where the
         * application has exactly one data store.
         */
        Optional<String> datasource();

        /**
         * The name of the MongoDB client to record with; {@code <default>} for the default client. May be left out where the
         * application has exactly one data store.
         */
        Optional<String> mongodbClient();

        /**
         * The kind of the audit store, where it is one that another extension adds.
         */
        Optional<String> kind();

        /**
         * The name of the audit store among those of its kind.
         */
        Optional<String> name();

        /**
         * The `@Identifier` of the CDI bean that is the audit store. May be left out where the application has exactly one
         * data store.
         */
        Optional<String> identifier();
    }
}
