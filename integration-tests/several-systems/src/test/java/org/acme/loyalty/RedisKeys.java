package org.acme.loyalty;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * What is in Redis, asked in its own protocol, so that no client comes between.
 *
 * @param port where it is
 */
record RedisKeys(int port) {

    /** Null where there is none. */
    String get(String key) throws IOException {
        return ask("GET " + key);
    }

    void delete(String key) throws IOException {
        ask("DEL " + key);
    }

    private String ask(String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader answer = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            String line = answer.readLine();
            if (line.startsWith("-")) {
                throw new IOException(line);
            }
            if (line.startsWith("$")) {
                return line.equals("$-1") ? null : answer.readLine();
            }
            return line.substring(1);
        }
    }
}
