package io.quarkiverse.flamingock.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.sql.Connection;
import java.util.List;
import java.util.logging.LogRecord;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.Rollback;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkiverse.flamingock.test.Apps;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.QuarkusUnitTest;

/**
 * A change that is given clients of systems that it does not name is told of at build.
 */
class UnnamedSystemsTest {

    private static final String HERE = UnnamedSystemsTest.class.getName() + "$";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Apps.withDatabase(Reversible.class, _1__Order.class, _2__Own.class,
            _3__Direct.class, Notifier.class, Prices.class, Reports.class)
            .overrideConfigKey("quarkus.datasource.reporting.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.reporting.jdbc.url", "jdbc:h2:mem:unnamed-reporting")
            .overrideConfigKey("quarkus.flamingock.audit-store.datasource", "<default>")
            .overrideConfigKey("quarkus.flamingock.target-systems.reports.datasource", "reporting")
            .overrideConfigKey("quarkus.flamingock.target-systems.order-events.kind", "non-transactional")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.flamingock")
                    && record.getLevel().getName().startsWith("WARN"))
            .assertLogRecords(UnnamedSystemsTest::assertWarning);

    abstract static class Reversible {
        @Rollback
        void rollback() {
            // so that the build warns of one thing only
        }
    }

    @TargetSystem("default")
    @Change(id = "order", author = "team")
    public static class _1__Order extends Reversible {
        @Inject
        Reports reports;

        @Apply
        void apply(Connection connection, HttpClient http, Notifier notifier) {
            // nothing here is looked at
        }
    }

    @TargetSystem("default")
    @Change(id = "own", author = "team")
    public static class _2__Own extends Reversible {
        @Inject
        Logger log;

        @Apply
        void apply(javax.sql.DataSource own, AgroalDataSource alsoOwn, Prices prices, ChangeContext context,
                @ConfigProperty(name = "a", defaultValue = "b") String value) {
            // nothing here is looked at
        }
    }

    @TargetSystem("default")
    @Change(id = "direct", author = "team", transactional = false)
    public static class _3__Direct extends Reversible {
        @Apply
        void apply(HttpClient http) {
            // nothing here is looked at
        }
    }

    @Singleton
    public static class Notifier {
        private final HttpClient http = HttpClient.newHttpClient();

        @Produces
        @Singleton
        HttpClient http() {
            return http;
        }
    }

    @Singleton
    public static class Prices {
        @Inject
        AgroalDataSource dataSource;
    }

    @Singleton
    public static class Reports {
        @Inject
        @DataSource("reporting")
        AgroalDataSource dataSource;
    }

    @Inject
    Flamingock flamingock;

    @Test
    void theApplicationStarts() {
        assertThat(flamingock).isNotNull();
    }

    private static void assertWarning(List<LogRecord> records) {
        String http = " (java.net.http.HttpClient)";
        assertThat(records).extracting(LogRecord::getMessage).containsExactly(
                """
                        The changes of this application have 1 warning:
                          1. %s_1__Order: it can have effects that are not undone with its transaction on target system 'default':
                               - datasource reporting, by its field 'reports' (%s), its field 'dataSource' (%s)
                               - another system, by HTTP, by parameter 'http' of #apply%s
                               - another system, by HTTP, by parameter 'notifier' of #apply (%sNotifier), its field 'http'%s
                             Name the target systems of these: @TargetSystem(id = "default", also = {"reports", "http"}), after defining \
                        quarkus.flamingock.target-systems."http".kind=non-transactional (or name one that is defined: order-events), or \
                        declare the change with transactional = false."""
                        .formatted(HERE, HERE + "Reports", AgroalDataSource.class.getName(), http, HERE, http));
    }
}
