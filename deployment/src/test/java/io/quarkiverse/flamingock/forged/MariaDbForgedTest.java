package io.quarkiverse.flamingock.forged;

import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.test.servers.SharedMariaDb;
import io.quarkus.test.QuarkusUnitTest;

class MariaDbForgedTest extends Forged {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application("mariadb", SharedMariaDb.url("forged"));

    @Override
    String quoted(String name) {
        return '`' + name + '`';
    }
}
