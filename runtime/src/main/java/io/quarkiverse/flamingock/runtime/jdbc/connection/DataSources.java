package io.quarkiverse.flamingock.runtime.jdbc.connection;

import java.lang.annotation.Annotation;

import javax.sql.DataSource;

import jakarta.enterprise.inject.Default;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;
import io.quarkus.arc.ActiveResult;
import io.quarkus.arc.ClientProxy;
import io.quarkus.arc.InjectableBean;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.datasource.common.runtime.DataSourceUtil;

/**
 * Finds the application's datasources by name.
 */
public class DataSources {

    /** A datasource is missing or inactive, or gives no connections that are of use; the message says what to set. */
    public static class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        /**
         * @param message what is wrong and what to set
         */
        public Unusable(String message) {
            super(message);
        }
    }

    /** A datasource is not active at this start; the message says what to set. */
    public static final class Inactive extends Unusable {

        private static final long serialVersionUID = 1;

        /**
         * @param message what is wrong and what to set
         */
        public Inactive(String message) {
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
        checkActive(instance.getHandle().getBean());
        return checked(name, instance.get());
    }

    /**
     * @param dataSource a datasource that the application has handed in itself
     * @return its name; null where it is none of the application's, or nobody knows
     * @throws Unusable when it is inactive
     */
    public String name(DataSource dataSource) throws Unusable {
        if (!(dataSource instanceof ClientProxy proxy)) {
            return null;
        }
        InjectableBean<?> bean = proxy.arc_bean();
        checkActive(bean);
        String name = null;
        for (Annotation qualifier : bean.getQualifiers()) {
            if (qualifier instanceof io.quarkus.agroal.DataSource named) {
                name = named.value();
            } else if (qualifier instanceof Default) {
                name = DataSourceUtil.DEFAULT_DATASOURCE_NAME;
            }
        }
        if (name != null && dataSource instanceof AgroalDataSource agroal) {
            checked(name, agroal);
        }
        return name;
    }

    private static void checkActive(InjectableBean<?> bean) throws Inactive {
        ActiveResult active = bean.checkActive();
        if (!active.value()) {
            // It names the property to set.
            throw new Inactive(active.inactiveReason());
        }
    }

    /** What is recorded, and the lock, must not depend on the transaction of a change. */
    static AgroalDataSource checked(String name, AgroalDataSource dataSource) throws Unusable {
        if (dataSource.getConfiguration().connectionPoolConfiguration()
                .transactionRequirement() == AgroalConnectionPoolConfiguration.TransactionRequirement.STRICT) {
            String property = DataSourceUtil.dataSourcePropertyKey(name, "jdbc.transaction-requirement");
            throw new Unusable(property + " is 'strict', so that there are no connections outside of transactions, which the"
                    + " lock, the fence and what is recorded need. Set it to 'warn' or 'off'");
        }
        return dataSource;
    }
}
