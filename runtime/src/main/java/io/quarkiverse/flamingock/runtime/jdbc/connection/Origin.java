package io.quarkiverse.flamingock.runtime.jdbc.connection;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import io.agroal.api.AgroalDataSource;
import io.quarkus.datasource.common.runtime.DataSourceUtil;

/**
 * Where connections come from, as who operates the application knows it. Without secrets: of a URL it tells no more than hosts
 * and ports, and nothing of one that may hold a user.
 *
 * @param name the name of the datasource; null where nobody knows it
 * @param dataSource the datasource
 */
record Origin(String name, DataSource dataSource) {

    private static final Pattern HOSTS = Pattern.compile("jdbc:[a-z0-9:+]+//([\\w.,:\\[\\]-]+)(?:[/;?].*)?", Pattern.DOTALL);

    /** What is waited for, as it stands in the log. */
    String place() {
        String hosts = hosts();
        return (name == null ? "the database of a datasource" : "datasource " + name) + (hosts == null ? "" : " at " + hosts);
    }

    /** The hosts that its URL names; null where they are not known for certain. */
    String hosts() {
        String url = url();
        if (url == null || url.contains("@")) {
            return null;
        }
        Matcher matcher = HOSTS.matcher(url);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** A property of the datasource, as it stands in sentences. */
    String property(String property) {
        return name == null ? "the datasource's " + property : DataSourceUtil.dataSourcePropertyKey(name, property);
    }

    private String url() {
        try {
            if (!dataSource.isWrapperFor(AgroalDataSource.class)) {
                return null;
            }
            return dataSource.unwrap(AgroalDataSource.class).getConfiguration().connectionPoolConfiguration()
                    .connectionFactoryConfiguration().jdbcUrl();
        } catch (SQLException e) {
            return null;
        }
    }
}
