package io.quarkiverse.flamingock.runtime.jdbc.connection;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;
import io.quarkus.arc.ActiveResult;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.datasource.common.runtime.DataSourceUtil;

/**
 * Finds the application's datasources by name.
 */
public class DataSources {

    /** A datasource is missing or inactive; the message says what to set. */
    public static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        /**
         * @param message what is wrong and what to set
         */
        public Unusable(String message) {
            super(message);
        }
    }

    /**
     * @param name the name; {@code <default>} for the default datasource
     * @return the datasource
     * @throws Unusable when it is missing or inactive
     */
    public AgroalDataSource get(String name) throws Unusable {
        InjectableInstance<AgroalDataSource> instance = AgroalDataSourceUtil.dataSourceInstance(name);
        if (!instance.isResolvable()) {
            throw new Unusable(
                    "there is no datasource " + name + ". Set " + DataSourceUtil.dataSourcePropertyKey(name, "db-kind")
                            + " when the application is built, and " + DataSourceUtil.dataSourcePropertyKey(name, "jdbc.url"));
        }
        ActiveResult active = instance.getHandle().getBean().checkActive();
        if (!active.value()) {
            // It names the property to set.
            throw new Unusable(active.inactiveReason());
        }
        return instance.get();
    }
}
