package io.quarkiverse.flamingock.secrets;

import java.util.List;

import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class H2SecretsTest extends Leak {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application("h2", "jdbc:h2:mem:secrets;DB_CLOSE_DELAY=-1")
            .overrideRuntimeConfigKey("quarkus.datasource.username", "sa")
            .overrideRuntimeConfigKey("quarkus.datasource.password", "sa");

    @Override
    List<String> before() {
        return List.of("CREATE TABLE account (id INT NOT NULL, token VARCHAR(12) UNIQUE)",
                "INSERT INTO account VALUES (1, 'hunter2')");
    }

    @Override
    List<String> statements() {
        return List.of("ALTER USER nobody SET PASSWORD 'hunter2'",
                "CREATE USER bob PASSWORD 'hunter2' ADMINN",
                "CREATE USER bob PASSWORD hunter2",
                "CREATE USER bob PASSWORD 'hunter2",
                "CREATE USER bob PASWORD 'it''s\nhunter2'",
                "CREATE USER nobody\nIDENTIFIED BY 'hunter2'",
                "CREATE ALIAS far AS $$ String password = \"hunter2\"; $$ FOO",
                "INSERT INTO account VALUES (2, 'hunter2')",
                "INSERT INTO account VALUES (2, 'hunter2 is too long')",
                "INSERT INTO account VALUES (NULL, 'new hunter2')",
                "INSERT INTO account VALUES ('hunter2', 'x')",
                "SELECT CAST('hunter2' AS INT)",
                "INSERT INTO account (id, phrase) VALUES (1, 'hunter2')",
                "INSERT INTO account VALUES (3, 'x');;ALTER USER nobody SET PASSWORD 'hunter2'",
                "SET NOTHING 'hunter2'");
    }
}
