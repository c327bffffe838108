package org.acme.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Topics with an owner each, and a list of messages that knows no duplicates.
 */
final class Broker implements Shelf, AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> topics = new ConcurrentHashMap<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();

    Broker() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        messages.forEach(message -> effects.add(Effect.of(message)));
        return effects;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String topic = exchange.getRequestURI().getPath().substring(exchange.getRequestURI().getPath().lastIndexOf('/') + 1);
        int status = 200;
        String answer = "";
        switch (exchange.getRequestMethod()) {
            case "POST" -> messages.add(body);
            case "PUT" -> status = topics.putIfAbsent(topic, body) == null ? 201 : 409;
            case "DELETE" -> status = topics.remove(topic) == null ? 404 : 200;
            default -> answer = topics.getOrDefault(topic, "");
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void put(String name) {
        topics.put(name, "somebody else");
    }

    @Override
    public boolean has(String name) {
        return topics.containsKey(name);
    }

    @Override
    public String content(String name) {
        return String.valueOf(topics.get(name));
    }

    @Override
    public void rename(String name, String next) {
        topics.put(next, topics.remove(name));
    }

    @Override
    public void remove(String name) {
        topics.remove(name);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
