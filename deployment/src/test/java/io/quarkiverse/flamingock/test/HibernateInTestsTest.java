package io.quarkiverse.flamingock.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.LogRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkus.test.QuarkusUnitTest;

/** What Hibernate ORM does to tables in tests alone is the business of the tests, which may not know it. */
class HibernateInTestsTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = HibernateOrm.in(Apps.withDatabase(_1__A.class, HibernateOrm.class))
            .overrideConfigKey("%test.quarkus.hibernate-orm.schema-management.strategy", "drop-and-create")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.flamingock")
                    && record.getLevel().getName().startsWith("WARN"))
            .assertLogRecords(records -> assertThat(records).extracting(LogRecord::getMessage).containsExactly("""
                    The changes of this application have 1 warning:
                      1. %test.quarkus.hibernate-orm.schema-management.strategy: it is 'drop-and-create' for datasource \
                    <default>, which is target system 'default': once the changes have ended, Hibernate ORM drops the tables \
                    of its entities, with what is in them. Tests do not see the tables that the changes make; to test these, \
                    set it to 'validate' or 'none'."""));

    @Change(id = "a", author = "team")
    static class _1__A {
        @Apply
        void apply() {
            // nothing
        }
    }

    @Test
    void isToldOf() {
        // see APP
    }
}
