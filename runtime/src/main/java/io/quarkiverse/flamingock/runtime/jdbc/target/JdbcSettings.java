package io.quarkiverse.flamingock.runtime.jdbc.target;

import java.time.Duration;

import io.quarkiverse.flamingock.runtime.config.SchemaName;
import io.quarkiverse.flamingock.runtime.config.TablePrefix;

/**
 * What a relational target system needs to know beside its datasource.
 *
 * @param schema the schema of the extension's tables; null for the one that is current for the first connection
 * @param tablePrefix what the names of the extension's tables begin with; matches {@code [A-Za-z_][A-Za-z0-9_]{0,40}}
 * @param transactionTimeout how long a change may run in its transaction; at least a second
 * @param takeoverGrace how long to wait for a transaction of an older holder of the lock before it is ended
 * @param fenceTimeout how long to wait for it after that
 * @param autoCreate whether to create the extension's tables where they are missing
 * @param recoveryTime how long transaction recovery is given for what was prepared in two phases; zero where it is switched off
 */
public record JdbcSettings(String schema, String tablePrefix, Duration transactionTimeout, Duration takeoverGrace,
        Duration fenceTimeout, boolean autoCreate, Duration recoveryTime) {

    /** As without any configuration. */
    public static final JdbcSettings DEFAULT = new JdbcSettings("flamingock_", Duration.ofHours(24),
            Duration.ofSeconds(10), Duration.ofSeconds(60), true);

    public JdbcSettings {
        SchemaName.checked(schema);
        TablePrefix.checked(tablePrefix);
    }

    /**
     * With tables in the current schema, and without transaction recovery.
     *
     * @param tablePrefix what the names of the extension's tables begin with
     * @param transactionTimeout how long a change may run in its transaction
     * @param takeoverGrace how long to wait for a transaction of an older holder of the lock before it is ended
     * @param fenceTimeout how long to wait for it after that
     * @param autoCreate whether to create the extension's tables where they are missing
     */
    public JdbcSettings(String tablePrefix, Duration transactionTimeout, Duration takeoverGrace, Duration fenceTimeout,
            boolean autoCreate) {
        this(null, tablePrefix, transactionTimeout, takeoverGrace, fenceTimeout, autoCreate, Duration.ZERO);
    }
}
