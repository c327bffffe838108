package io.quarkiverse.flamingock.secrets;

import java.util.List;

import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.test.servers.SharedMariaDb;
import io.quarkus.test.QuarkusUnitTest;

class MariaDbSecretsTest extends Leak {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application("mariadb",
            SharedMariaDb.url("secrets") + "&dumpQueriesOnException=true");

    @Override
    List<String> before() {
        return List.of("CREATE TABLE account (id INT NOT NULL, token VARCHAR(12) UNIQUE)",
                "INSERT INTO account VALUES (1, 'hunter2')");
    }

    @Override
    List<String> statements() {
        return List.of("ALTER USER nobody IDENTIFIED BY 'hunter2'",
                "ALTER USER nobody IDENTIFED BY 'hunter2'",
                "ALTER USER nobody IDENTIFIED BY hunter2",
                "ALTER USER nobody IDENTIFIED BY \"hunter2\" FOO",
                "ALTER USER nobody IDENTIFIED BY 'hunter2",
                "ALTER USER nobody 'it\\'s hunter2'",
                "ALTER USER nobody 'it''s\nhunter2' x",
                "ALTER USER nobody IDENTIFIED VIA nothing USING 'hunter2'",
                "SET PASSWORD FOR nobody = PASSWORD('hunter2')",
                "SET PASSWORD FOR nobody = 'hunter2'",
                "SET PASSWORD FOR nobody = PASWORD('hunter2')",
                "GRANT SELECT ON nothing.* TO nobody@nowhere IDENTIFIED BY 'hunter2' FOO",
                "CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (USER 'bob', PASSWORD 'hunter2', FOO 1)",
                "CHANGE MASTER TO MASTER_HOST='h', MASTER_PASSWORD='hunter2', MASTER_NOTHING=1",
                "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no login with token=hunter2'",
                "INSERT INTO account VALUES (2, 'hunter2')",
                "INSERT INTO account VALUES (NULL, 'new hunter2')",
                "INSERT INTO account VALUES (2, 'hunter2 is too long')",
                "INSERT INTO account VALUES ('hunter2', 'x')",
                "INSERT INTO account VALUES (\"hunter2\", \"x\") FOO",
                "INSERT INTO account (id, phrase) VALUES (1, \"hunter2\")",
                "INSERT INTO account VALUES (3, 'x');;ALTER USER nobody IDENTIFIED BY 'hunter2'");
    }

    @Override
    String quoted(String table) {
        return table;
    }
}
