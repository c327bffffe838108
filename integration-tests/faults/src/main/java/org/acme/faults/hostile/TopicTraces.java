package org.acme.faults.hostile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.acme.faults.Traces;

import io.quarkiverse.flamingock.ChangeContext;

/**
 * A broker behind HTTP that takes every message, also one that it was sent before.
 *
 * @param broker where it is
 */
public record TopicTraces(String broker) implements Traces {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public void leave(ChangeContext context, Part part, int delay) throws IOException {
        mustBe(200, send("POST", "messages", String.join(" ", context.changeId(), part.name(),
                Long.toString(context.fencingToken()), Integer.toString(context.attempt()), context.executionId())));
    }

    void create(String topic, String owner) throws IOException {
        mustBe(201, send("PUT", "topics/" + topic, owner));
    }

    void delete(String topic) throws IOException {
        mustBe(200, send("DELETE", "topics/" + topic, ""));
    }

    /** Whose it is; empty where there is none. */
    String owner(String topic) throws IOException {
        return mustBe(200, send("GET", "topics/" + topic, "")).body();
    }

    private HttpResponse<String> send(String method, String path, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(broker + path)).timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static HttpResponse<String> mustBe(int status, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException("the broker answered " + answer.statusCode());
        }
        return answer;
    }
}
