package org.acme.loyalty;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import redis.embedded.RedisServer;

/**
 * Kafka and Redis, once for all tests of a class.
 */
final class Servers implements AutoCloseable {

    final KafkaServer kafka;
    final int redisPort;
    private final RedisServer redis;

    Servers() throws Exception {
        kafka = new KafkaServer();
        redisPort = freePort();
        redis = new RedisServer(redisPort);
        redis.start();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        redis.stop();
        kafka.close();
    }
}
