package io.quarkiverse.flamingock.runtime.jdbc.connection;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

import javax.sql.DataSource;

/**
 * Sees to it that all who use a datasource, as audit store and as target systems, mean the same schema.
 */
public final class OwnSchemas {

    private final String configured;
    private final Map<DataSource, OwnSchema> known = Collections.synchronizedMap(new IdentityHashMap<>());

    /**
     * @param configured the name of the schema; null for the current one
     */
    public OwnSchemas(String configured) {
        this.configured = configured;
    }

    /**
     * @param dataSource a datasource
     * @return the schema of the extension's tables there
     */
    public OwnSchema of(DataSource dataSource) {
        return of(dataSource, null);
    }

    /**
     * @param dataSource a datasource
     * @param name its name, for messages, where nobody has asked for it before; may be null
     * @return the schema of the extension's tables there
     */
    public OwnSchema of(DataSource dataSource, String name) {
        OwnSchema schema = known.get(dataSource);
        if (schema == null) {
            schema = new OwnSchema(configured, name);
            OwnSchema other = known.putIfAbsent(dataSource, schema);
            return other == null ? schema : other;
        }
        return schema;
    }
}
