package io.quarkiverse.flamingock.secrets;

import java.util.List;

import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.flamingock.test.servers.SharedPostgres;
import io.quarkus.test.QuarkusUnitTest;

class PostgresSecretsTest extends Leak {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application("postgresql", SharedPostgres.url("secrets"));

    @Override
    List<String> before() {
        return List.of("CREATE TABLE account (id INT NOT NULL, token VARCHAR(12) UNIQUE, CHECK (token <> 'hunter2-'))",
                "INSERT INTO account VALUES (1, 'hunter2')",
                "CREATE FUNCTION give() RETURNS void LANGUAGE sql AS $$ ALTER USER nobody PASSWORD 'hunter2' $$");
    }

    @Override
    List<String> statements() {
        return List.of("ALTER USER nobody PASSWORD 'hunter2'",
                "ALTER USER nobody PASSWORD hunter2",
                "ALTER USER nobody PASSWORD \"hunter2\"",
                "ALTER USER nobody PASSWORD 'hunter2",
                "ALTER USER nobody PASWORD 'hunter2'",
                "ALTER USER nobody 'it''s\nhunter2'",
                "ALTER USER nobody $x$hunter2$x$",
                "ALTER USER nobody E'it\\'s hunter2'",
                "DO $$ BEGIN ALTER USER nobody PASSWORD 'hunter2'; END $$",
                "DO $$ BEGIN EXECUTE 'ALTER USER nobody PASSWORD ''hunter2'''; END $$",
                "DO $$ BEGIN EXECUTE format('ALTER USER nobody ENCRYPTED PASSWORD %L', 'it''s hunter2'); END $$",
                "DO $$ BEGIN RAISE EXCEPTION 'no login with password=%', 'hunter2'; END $$",
                "SELECT give()",
                "SELECT 1;;ALTER USER nobody PASSWORD 'hunter2'",
                "CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1 port=1 user=bob password=hunter2 nothing=1' PUBLICATION p",
                "CREATE USER MAPPING FOR nobody SERVER nowhere OPTIONS (user 'bob', password 'hunter2')",
                "INSERT INTO account VALUES (2, 'hunter2')",
                "INSERT INTO account VALUES (2, 'hunter2-')",
                "INSERT INTO account VALUES (NULL, 'new hunter2')",
                "INSERT INTO account VALUES (2, 'hunter2 is too long')",
                "INSERT INTO account VALUES ('hunter2', 'x')",
                "SELECT 'hunter2'::int",
                "SELECT 'hunter2'::timestamp",
                "SELECT '{hunter2'::int[]",
                "SELECT '{\"password\": \"hunter2\"'::json");
    }
}
