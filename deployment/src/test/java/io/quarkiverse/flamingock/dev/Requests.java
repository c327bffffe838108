package io.quarkiverse.flamingock.dev;

import io.restassured.RestAssured;
import io.restassured.response.Response;

/** What a browser would ask for: the applications of the tests that run beside each other listen at ports of their own. */
final class Requests {

    private Requests() {
    }

    static Response get(String path) {
        return RestAssured.get(url(path));
    }

    static String url(String path) {
        return "http://localhost:" + Integer.getInteger("quarkus.http.port", 8080) + path;
    }
}
