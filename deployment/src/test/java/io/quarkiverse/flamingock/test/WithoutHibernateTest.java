package io.quarkiverse.flamingock.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.test.HibernateInTestsTest._1__A;
import io.quarkus.test.QuarkusUnitTest;

/** A setting of Hibernate ORM means nothing where it is switched off. */
class WithoutHibernateTest {

    @RegisterExtension
    static final QuarkusUnitTest APP = HibernateOrm.in(Apps.withDatabase(_1__A.class, HibernateOrm.class))
            .overrideConfigKey("quarkus.hibernate-orm.enabled", "false")
            .overrideConfigKey("quarkus.hibernate-orm.schema-management.strategy", "update")
            .setLogRecordPredicate(record -> record.getLoggerName().equals("io.quarkiverse.flamingock")
                    && record.getLevel().getName().startsWith("WARN"))
            .assertLogRecords(records -> assertThat(records).isEmpty());

    @Test
    void saysNothing() {
        // see APP
    }
}
