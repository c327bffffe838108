package io.quarkiverse.flamingock.phases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import com.sun.net.httpserver.HttpServer;

import redis.embedded.RedisServer;

/**
 * What the application works with besides its database: Redis, and another application that it asks by HTTP. They are started
 * once, also for the class loader that the application has for itself, so where they are is kept in system properties.
 */
final class Systems {

    private static final String REDIS = "flamingock.test.redis";
    private static final String STOCK = "flamingock.test.stock";

    private Systems() {
    }

    /** The URL of Redis, which ends with the virtual machine. */
    static String redis() {
        Properties properties = System.getProperties();
        synchronized (properties) {
            if (properties.getProperty(REDIS) == null) {
                properties.setProperty(REDIS, "redis://localhost:" + startRedis());
            }
        }
        return properties.getProperty(REDIS);
    }

    /** The URL of an application that has a stock of 7. */
    static String stock() {
        Properties properties = System.getProperties();
        synchronized (properties) {
            if (properties.getProperty(STOCK) == null) {
                properties.setProperty(STOCK, "http://localhost:" + startStock());
            }
        }
        return properties.getProperty(STOCK);
    }

    private static int startRedis() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = free.getLocalPort();
            free.close();
            RedisServer server = new RedisServer(port);
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(RedisServer server) {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int startStock() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/stock", exchange -> {
                byte[] answer = "7".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/plain");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
