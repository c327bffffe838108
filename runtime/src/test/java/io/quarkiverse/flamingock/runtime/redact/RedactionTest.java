package io.quarkiverse.flamingock.runtime.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * In every text, {@code hunter2}, {@code correct horse} and the like are what must not be seen; the rest is what must stay.
 */
class RedactionTest {

    /** What a text says, and what is shown of it. */
    record Case(String text, String shown) {
    }

    private static Case hides(String text, String shown) {
        return new Case(text, shown);
    }

    private static Case keeps(String text) {
        return new Case(text, text);
    }

    static final List<Case> NAMED_VALUES = List.of(
            hides("login failed, password=hunter2, user=bob", "login failed, password=***, user=bob"),
            hides("password = hunter2 for bob", "password = *** for bob"),
            hides("{\"api_key\": \"abc def\", \"id\": 1}", "{\"api_key\": ***, \"id\": 1}"),
            hides("{\\\"password\\\":\\\"hunter2\\\",\\\"id\\\":1}", "{\\\"password\\\":***,\\\"id\\\":1}"),
            hides("{\"password\":\"hun\\\"ter2\",\"id\":1}", "{\"password\":***,\"id\":1}"),
            hides("db.secret: topsecret; retry", "db.secret: ***; retry"),
            hides("Credentials[user=bob, password=hunter2]", "Credentials[user=bob, password=***]"),
            hides("password=hun,ter;2)x, user=bob", "password=***, user=bob"),
            hides("{user=bob, token=[a, b], id=1}", "{user=bob, token=***, id=1}"),
            hides("secret: {\"a\": {\"b\": \"}\"}}, id: 1", "secret: ***, id: 1"),
            hides("{\"name\": \"DB_PASSWORD\", \"value\": \"hunter2\"}", "{\"name\": \"DB_PASSWORD\", \"value\": ***}"),
            hides("<password>hunter2</password><id>1</id>", "<password>***</password><id>1</id>"),
            hides("<server password=\"hunter2\" port=\"1\"/>", "<server password=*** port=\"1\"/>"),
            hides("psql --password hunter2 --user bob", "psql --password *** --user bob"),
            hides("java -Dquarkus.datasource.password=hunter2 -jar x.jar", "java -Dquarkus.datasource.password=*** -jar x.jar"),
            hides("PGPASSWORD=hunter2 psql", "PGPASSWORD=*** psql"),
            hides("host=db user=bob password='hunter 2' port=1", "host=db user=bob password=*** port=1"),
            hides("jdbc:sqlserver://db;user=bob;password=hunter2;encrypt=true",
                    "jdbc:sqlserver://db;user=bob;password=***;encrypt=true"),
            hides("users:\n  - name: bob\n    password: correct horse battery\n    id: 1",
                    "users:\n  - name: bob\n    password: ***\n    id: 1"),
            hides("key:\n  privateKey: |\n    correct\n    horse", "key:\n  privateKey: ***"),
            hides("cut in the middle, password=\"hunt", "cut in the middle, password=***"),
            hides("connect(password => 'hunter2', id => 1)", "connect(password => ***, id => 1)"),
            hides("SharedAccessSignature sr=x&sig=abc%3D&se=1", "SharedAccessSignature sr=x&sig=***&se=1"),
            hides("clientSecret=abc clientId=1", "clientSecret=*** clientId=1"),
            hides("AccountName=a;AccountKey=abc+/==;EndpointSuffix=x", "AccountName=a;AccountKey=***;EndpointSuffix=x"),
            keeps("column password does not exist"),
            keeps("null value in column \"password\" of relation \"users\" violates not-null constraint"),
            keeps("Wrong user name or password [28000-232]"),
            keeps("password authentication failed for user \"bob\""),
            keeps("Access denied for user 'bob'@'localhost' (using password: YES)"),
            keeps("Unrecognized token 'TRUE': was expecting (JSON String)"),
            keeps("org.acme.InvalidTokenException: it has expired"),
            keeps("Unknown column 'password' in 'field list'"),
            keeps("duplicate key=5, code=7"));

    static final List<Case> HEADERS = List.of(
            hides("Authorization: Bearer abcdef123456", "Authorization: ***"),
            hides("401 for GET /x\nAuthorization: AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c\nHost: h",
                    "401 for GET /x\nAuthorization: ***\nHost: h"),
            hides("Cookie: a=b; c=d\nAccept: */*", "Cookie: ***\nAccept: */*"),
            hides("Set-Cookie: JSESSIONID=abc; Path=/; HttpOnly", "Set-Cookie: ***"),
            hides("{Authorization=[Basic Ym9iOmh1bnRlcjI=], Accept=[*/*]}", "{Authorization=***, Accept=[*/*]}"),
            hides("curl -H 'Cookie: a=b; c=d' https://host/", "curl -H 'Cookie: ***' https://host/"),
            hides("JSESSIONID=0123456789; lang=de", "JSESSIONID=***; lang=de"),
            hides("X-Api-Key: abc", "X-Api-Key: ***"),
            hides("rejected bearer abcdef123456 at /x", "rejected bearer *** at /x"),
            hides("rejected Basic Ym9iOmh1bnRlcjI= at /x", "rejected Basic *** at /x"),
            hides("Digest username=\"bob\", response=\"abc\"", "Digest ***"),
            keeps("Basic authentication failed"),
            keeps("Bearer authentication is required"));

    static final List<Case> URLS = List.of(
            hides("jdbc:postgresql://bob:hunter2@db/orders", "jdbc:postgresql://bob:***@db/orders"),
            hides("mongodb://bob:hunter2@h1:27017,h2:27017/db?authSource=admin",
                    "mongodb://bob:***@h1:27017,h2:27017/db?authSource=admin"),
            hides("mongodb+srv://bob:hun/te:r@2@host/db", "mongodb+srv://bob:***@host/db"),
            hides("redis://:hunter2@host:6379/0", "redis://:***@host:6379/0"),
            hides("amqp://a:hunter2@h1,amqp://b:hunter3@h2", "amqp://a:***@h1,amqp://b:***@h2"),
            hides("https://abcdefghijklmnop0123@github.com/x", "https://***@github.com/x"),
            hides("https://host/x?id=1&access_token=abc&page=2", "https://host/x?id=1&access_token=***&page=2"),
            hides("https://host/x?key=abc&id=1", "https://host/x?key=***&id=1"),
            hides("https://b.s3.amazonaws.com/k?X-Amz-Credential=AKIAABCDEFGHIJKLMNOP%2F2026&X-Amz-Signature=0a1b&X-Amz-Date=1",
                    "https://b.s3.amazonaws.com/k?X-Amz-Credential=***&X-Amz-Signature=***&X-Amz-Date=1"),
            hides("jdbc:oracle:thin:bob/hunter2@//db:1521/x", "jdbc:oracle:thin:bob/***@//db:1521/x"),
            hides("jdbc:postgresql://db/orders?user=bob&password=hunter2", "jdbc:postgresql://db/orders?user=bob&password=***"),
            hides("Connection is broken: \"java.net.UnknownHostException: bob:hunter2@db: not known\"",
                    "Connection is broken: \"java.net.UnknownHostException: bob:***@db: not known\""),
            keeps("mail of bob@acme.org: no reply from io.acme.Mailer@1a2b3c"),
            keeps("http://host:8080/path?mail=bob@acme.org"),
            keeps("mongodb://h1:27017,h2:27017/db?x=a@b"),
            keeps("ssh://git@github.com/x"));

    static final List<Case> TOKENS = List.of(
            hides("got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_DEF, which is old", "got ***, which is old"),
            hides("got eyJhbGciOiJIUz", "got ***"),
            hides("key AKIAIOSFODNN7EXAMPLE is inactive", "key *** is inactive"),
            hides("sk-AKIAIOSFODNN7", "sk-***"),
            hides("remote: ghp_0123456789abcdefABCDEF is revoked", "remote: *** is revoked"),
            hides("-----BEGIN RSA PRIVATE KEY-----\nMIIEabc\nxyz=\n-----END RSA PRIVATE KEY-----\nin key.pem",
                    "-----BEGIN RSA PRIVATE KEY***-----END RSA PRIVATE KEY-----\nin key.pem"),
            hides("-----BEGIN PRIVATE KEY-----\\nMIIEabc", "-----BEGIN PRIVATE KEY***"),
            hides("stored as $2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy now", "stored as *** now"),
            hides("verifier SCRAM-SHA-256$4096:c2FsdHNhbHQ=$c3RvcmVk:c2VydmVy", "verifier ***"),
            hides("hash *94BDCEBE19083CE2A1F959FD02F964C7AF4CFC29 of bob", "hash *** of bob"),
            keeps("-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----"),
            keeps("2 * 3 is $6"));

    static final List<Case> STATEMENTS = List.of(
            hides("Batch entry 0 ALTER USER bob PASSWORD 'hunter2' was aborted: ERROR: role \"bob\" does not exist",
                    "Batch entry 0 ALTER USER bob PASSWORD *** was aborted: ERROR: role \"bob\" does not exist"),
            hides("CREATE USER 'bob'@'%' IDENTIFIED BY 'hun''ter2' REPLACE 'old'",
                    "CREATE USER ***@*** IDENTIFIED BY *** REPLACE ***"),
            hides("CREATE USER bob IDENTIFIED BY \"hunter2\" DEFAULT ROLE x",
                    "CREATE USER bob IDENTIFIED BY *** DEFAULT ROLE x"),
            hides("ALTER USER bob IDENTIFIED BY hunter2 QUOTA 1", "ALTER USER bob IDENTIFIED BY *** QUOTA 1"),
            hides("ALTER ROLE bob PASSWORD hunter2 VALID UNTIL 'x'", "ALTER ROLE bob PASSWORD *** VALID UNTIL ***"),
            hides("CREATE ROLE bob LOGIN ENCRYPTED PASSWORD $x$hun$ter2$x$ INHERIT",
                    "CREATE ROLE bob LOGIN ENCRYPTED PASSWORD *** INHERIT"),
            hides("SET PASSWORD FOR 'bob'@'%' = PASSWORD('hunter2')", "SET PASSWORD FOR ***@*** = PASSWORD***)"),
            hides("CREATE LOGIN bob WITH PASSWORD = N'hunter2', CHECK_POLICY = OFF",
                    "CREATE LOGIN bob WITH PASSWORD = ***, CHECK_POLICY = OFF"),
            hides("INSERT INTO users (name, phrase) VALUES ('bob', E'it\\'s hunter2')",
                    "INSERT INTO users (name, phrase) VALUES (***, ***"),
            hides("insert into users values (\"bob\", \"hunter2\") failed: constraint \"users_pkey\"",
                    "insert into users values (***, ***) failed: constraint \"users_pkey\""),
            hides("could not run [UPDATE users SET phrase = 'hunter2' WHERE id = 1]",
                    "could not run [UPDATE users SET phrase = *** WHERE id = 1]"),
            hides("Oracle: INSERT INTO x VALUES (q'[it's hunter2]', 1)", "Oracle: INSERT INTO x VALUES (***, 1)"),
            hides("DO $$ BEGIN PERFORM 'hunter2'; END $$", "DO ***"),
            hides("can't run CREATE USER bob PASSWORD 'correct\nhorse'", "can't run CREATE USER bob PASSWORD ***"),
            hides("INSERT INTO x VALUES ('hunt", "INSERT INTO x VALUES (***"),
            hides("CREATE SERVER s OPTIONS (host 'h', password 'hunter2')", "CREATE SERVER s OPTIONS (host ***, password ***)"),
            hides("unnamed portal with parameters: $1 = 'hunter2', $2 = NULL",
                    "unnamed portal with parameters: $1 = ***, $2 = ***"),
            hides("(conn=3) You have an error in your SQL syntax; near 'IDENTIFED BY 'hunter2'' at line 1",
                    "(conn=3) You have an error in your SQL syntax; near 'IDENTIFED BY ***' at line 1"),
            hides("near ''hunter2' at line 1", "near '***' at line 1"),
            hides("near 'hunter2 REQUIRE SSL' at line 1", "near '*** REQUIRE SSL' at line 1"),
            hides("near 'BY \"hunter2\", x' at line 12", "near 'BY ***, x' at line 12"),
            hides("ERROR: syntax error at or near \"'hunter2'\"\n  Position: 20",
                    "ERROR: syntax error at or near \"***\"\n  Position: 20"),
            hides("ERROR: unterminated quoted string at or near \"'hunter2 \"x\"\n  Position: 20",
                    "ERROR: unterminated quoted string at or near \"***\"\n  Position: 20"),
            hides("ERROR: syntax error at or near \"hunter2\"", "ERROR: syntax error at or near \"***\""),
            keeps("ERROR: syntax error at or near \"TABEL\"\n  Position: 8"),
            keeps("near 'TABEL product' at line 1"),
            keeps("Table 'shop.product' already exists"),
            keeps("Update of topic 'orders' failed, it doesn't exist"),
            keeps("ALTER TABLE users ADD COLUMN password VARCHAR(20)"),
            keeps("CREATE TABLE \"product\" (\"id\" INT, \"name\" TEXT)"));

    static final List<Case> VALUES = List.of(
            hides("ERROR: null value in column \"x\" of relation \"y\"\n  Detail: Failing row contains (1, hunter2, null).",
                    "ERROR: null value in column \"x\" of relation \"y\"\n  Detail: Failing row contains (***"),
            hides("Detail: Key (id, api_token)=(1, hun)=(ter2) already exists.",
                    "Detail: Key (id, api_token)=(***) already exists."),
            hides("Duplicate entry 'hunter2' for key 'users.token'", "Duplicate entry '***' for key 'users.token'"),
            hides("Incorrect integer value: 'hunter2' for column `db`.`t`.`x` at row 1",
                    "Incorrect integer value: *** for column `db`.`t`.`x` at row 1"),
            hides("ERROR: invalid input syntax for type integer: \"hunter2\"",
                    "ERROR: invalid input syntax for type integer: ***"),
            hides("Value too long for column \"X CHARACTER VARYING(5)\": \"'hunter2' (7)\"",
                    "Value too long for column \"X CHARACTER VARYING(5)\": ***"),
            hides("Data conversion error converting \"hunter2\"", "Data conversion error converting ***"),
            hides("E11000 duplicate key error collection: db.users index: token_1 dup key: { token: \"hunter2\" }",
                    "E11000 duplicate key error collection: db.users index: token_1 dup key: ***"),
            hides("E11000 duplicate key error collection: db.users index: token_1 dup key: { : \"hunter2\" }",
                    "E11000 duplicate key error collection: db.users index: token_1 dup key: ***"),
            keeps("E11000 duplicate key error collection: db.users index: name_1 dup key: { : \"bob\" }"),
            hides("Document failed validation {\"reason\": \"x\", \"consideredValue\": \"hunter2\"}",
                    "Document failed validation {\"reason\": \"x\", \"consideredValue\": ***}"),
            hides("For input string: \"hunter2\"", "For input string: ***"),
            hides("General error: \"java.lang.NumberFormatException: For input string: \"\"hunter2@db\"\"\" [50000]",
                    "General error: \"java.lang.NumberFormatException: For input string: ***\" [50000]"),
            hides("Text 'hunter2' could not be parsed at index 0", "Text *** could not be parsed at index 0"),
            hides("Illegal character in user info at index 13: https://bob:hun ter2@host/x",
                    "Illegal character in user info at index 13: ***"),
            keeps("Detail: Key (id)=(1) already exists."),
            keeps("Duplicate entry 'bob' for key 'users.name'"),
            keeps("ERROR: relation \"product\" already exists"));

    static final List<Case> CASES = java.util.stream.Stream.of(NAMED_VALUES, HEADERS, URLS, TOKENS, STATEMENTS, VALUES)
            .flatMap(List::stream).toList();

    @ParameterizedTest
    @FieldSource("CASES")
    void hidesSecretsAndKeepsTheRest(Case one) {
        assertThat(Redaction.of(one.text())).isEqualTo(one.shown());
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void whatWasHiddenStaysAsItIs(Case one) {
        assertThat(Redaction.of(one.shown())).isEqualTo(one.shown());
    }

    @Test
    void noTextIsNoText() {
        assertThat(Redaction.of(null)).isNull();
    }
}
