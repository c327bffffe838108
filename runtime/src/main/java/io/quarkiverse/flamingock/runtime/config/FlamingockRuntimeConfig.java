package io.quarkiverse.flamingock.runtime.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.quarkiverse.flamingock.runtime.engine.settings.OnInactive;
import io.quarkiverse.flamingock.runtime.engine.settings.OnIssue;
import io.quarkiverse.flamingock.runtime.engine.settings.OnModified;
import io.quarkiverse.flamingock.runtime.engine.settings.OnOutOfOrder;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/**
 * What may change from start to start.
 */
@ConfigMapping(prefix = "quarkus.flamingock")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface FlamingockRuntimeConfig {

    /**
     * Whether the extension does anything at start. When it is off, neither the audit store nor any target system is
     * touched, and a resolution given with `fix` is not recorded either.
     */
    @WithDefault("true")
    boolean active();

    /**
     * Whether pending changes are applied at start. When it is off, they are applied by `Flamingock.apply()` only.
     */
    @WithDefault("true")
    boolean applyAtStart();

    /**
     * What a start that may not apply changes, with `quarkus.flamingock.apply-at-start=false`, does about pending ones: `fail`
     * ends it with their names and the command that applies them; `warn` starts the application and logs the same; `ignore`
     * does not look. A start with nothing pending costs one read of the audit store.
     */
    @WithDefault("warn")
    OnPending onPending();

    /**
     * What a start does about a change whose outcome a person must settle, and about one that fails.
     */
    @WithDefault("stop")
    OnIssue onIssue();

    /**
     * What a start does about a change whose code or order differs from what was executed, until that is accepted with
     * `accept`.
     */
    @WithDefault("warn")
    OnModified onModified();

    /**
     * What a start does about a pending change that orders before an executed one, as after merging two branches.
     */
    @WithDefault("warn")
    OnOutOfOrder onOutOfOrder();

    /**
     * What a start does about pending changes of a datasource or MongoDB client that is not active at this start, as with
     * `quarkus.datasource."users".active=false`: `fail` ends it before anything is applied; `skip` leaves them out, names them
     * in the log, and applies the others. They stay pending for a start at which it is active. A change of several target
     * systems is left out where one of them is not active, and with it what comes after it on any of these. An inactive audit
     * store always fails the start.
     */
    @WithDefault("fail")
    OnInactive onInactive();

    /**
     * How often a start tries again to reach the audit store, or a target system with pending changes, that is not there yet:
     * nothing answers, its host is unknown, it is just starting, or no connection is left. What does not get better by waiting,
     * as a wrong password or a missing database, is never tried again. The log says what is waited for.
     */
    @WithDefault("0")
    int connectRetries();

    /**
     * The longest time between two of these tries. The first is after one second, and the time doubles from one to the next.
     */
    @WithDefault("120S")
    Duration connectRetryInterval();

    /**
     * Whether a start fails where the audit store can't be read. When it is off, the application starts, and no change is
     * looked at or applied.
     */
    @WithDefault("true")
    boolean failOnAuditUnavailable();

    /**
     * After how many executions in a row that ended without an outcome, because the process was killed, a change is no
     * longer tried again by itself but waits for a person.
     */
    @WithDefault("5")
    int maxInterruptedAttempts();

    /**
     * How often a transactional change is tried again within a run after its database undid it because another transaction
     * was in the way, as in a deadlock. The pause between two tries grows to five seconds.
     */
    @WithDefault("3")
    int conflictRetries();

    /**
     * Whether the tables of the extension are created where they are missing. When it is off, the error names the statements
     * for an administrator to run.
     */
    @WithDefault("true")
    boolean autoCreate();

    /**
     * Record again what markers in the target systems prove after the audit store was lost, and exit.
     */
    @WithDefault("false")
    boolean rebuild();

    /**
     * Read the whole audit, say whether it is as it was written, and exit: with 0 if it is, else with 1.
     */
    @WithDefault("false")
    boolean verify();

    /**
     * The audit store.
     */
    AuditStoreConfig auditStore();

    /**
     * Target systems by id.
     */
    @ConfigDocMapKey("target-system-id")
    @WithName("target-systems")
    Map<String, TargetSystemConfig> targetSystems();

    /**
     * The name of the application in the audit store; separates applications that share one. It must stay the same: under
     * another name all changes would be new.
     */
    @WithDefault("${quarkus.application.name:default}")
    String service();

    /**
     * Begins a new history although the target systems hold markers of the same changes, with the same ids and checksums, under
     * another service name, prefix or schema: for an application that shares changes and target systems with another one on
     * purpose. Without it such a start applies nothing and fails.
     */
    @WithDefault("false")
    boolean newHistory();

    /**
     * The id of an audit store that was dropped, or replaced by the one of this application, as the error names it that such a
     * start ends with. Target systems accept that the new audit store gives the tokens from now on.
     */
    Optional<String> replacesAuditStore();

    /**
     * The release tag that applied changes carry. By default the version of the application.
     */
    Optional<String> tag();

    /**
     * What the tables of the extension begin with, in the audit store and in target systems. Letters, digits and
     * underscores, at most 41 characters, the first no digit.
     */
    @WithDefault("flamingock_")
    String tablePrefix();

    /**
     * The schema that the tables of the extension are in, of the audit store and of relational target systems; on MariaDB and
     * MySQL, the database. It must exist. Its name is written as it is, without quotes, in the case that it has: letters,
     * digits, underscores, hyphens and dollar signs, at most 63 characters. By default the one that is current for the
     * connections of the datasource. Tables are never looked for along a search path.
     */
    Optional<String> schema();

    /**
     * How long a change may run in its transaction before the transaction manager ends it; at least a second.
     */
    @WithDefault("24H")
    Duration transactionTimeout();

    /**
     * How long the end of the application, by a signal or a live reload, waits for a change that is just being applied. No
     * other change begins meanwhile. After that it counts as interrupted, and the next start looks what became of it.
     */
    @WithDefault("20S")
    Duration shutdownTimeout();

    /**
     * The lock on target systems.
     */
    LockConfig lock();

    /**
     * Resolve an issue: record what was found in the target system, and exit.
     */
    FixConfig fix();

    /**
     * Accept that an executed change was edited or has another order, and exit.
     */
    AcceptConfig accept();

    /**
     * Take in systems that exist already: changes that are there although they were never run here are recorded as executed
     * before anything is applied, at start or by `Flamingock.apply()`. For the environments in which they are there only, and
     * either up to an order or by id.
     */
    BaselineConfig baseline();

    /**
     * One target system.
     */
    interface TargetSystemConfig {

        /**
         * The MongoDB database that changes of this target system are given. By default the one of the client,
         * `quarkus.mongodb.database`.
         */
        Optional<String> database();
    }
}
