package io.quarkiverse.flamingock.secrets;

import java.util.List;

/**
 * What clients of other systems put into their errors.
 */
final class Secrets {

    static final List<String> TEXTS = List.of(
            "401 Unauthorized: Authorization: Bearer hunter2.abcdef0123",
            "request {Authorization=[Basic aHVudGVyMg==hunter2], Accept=[*/*]}",
            "Cookie: lang=de; session=hunter2",
            "Set-Cookie: JSESSIONID=hunter2; Path=/; HttpOnly",
            "token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.hunter2 has expired",
            "403 for https://bucket.s3.amazonaws.com/k?X-Amz-Credential=AKIAhunter2%2F2026&X-Amz-Signature=hunter2&X-Amz-Date=1",
            "SignatureDoesNotMatch: AWS4-HMAC-SHA256 Credential=a/2026, SignedHeaders=host, Signature=hunter2",
            "aws_secret_access_key = hunter2",
            "no access for AKIAIOSFODNN7EXAMPLE, secretKey: hunter2",
            "mongodb+srv://bob:hunter2@cluster0.example.net/orders?retryWrites=true",
            "jdbc:postgresql://db/orders?user=bob&password=hunter2&ssl=true",
            "redis://:hunter2@cache:6379/0 is not reachable",
            "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=\"bob\""
                    + " password=\"it's \\\"hunter2\\\"\";",
            "can't read key:\n-----BEGIN RSA PRIVATE KEY-----\nMIIEhunter2\nhunter2==\n-----END RSA PRIVATE KEY-----",
            "{\"error\":\"invalid\",\"request\":\"{\\\"client_secret\\\":\\\"hunter2\\\"}\"}",
            "bad config:\n  users:\n  - name: bob\n    password: the hunter2 of bob\n",
            "<user><name>bob</name><password>hunter2</password></user>",
            "createUser failed: { createUser: \"bob\", pwd: \"hunter2\", roles: [ \"read\" ] }",
            "Illegal character in user info at index 13: https://bob:my hunter2@host/x",
            "exit code 1: mysql --user bob --password hunter2 orders");

    private Secrets() {
    }
}
