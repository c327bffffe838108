package org.acme.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assertj.core.api.Assertions;

/**
 * Stands between the application and a database and does what networks do. Switches at any time, also for connections that
 * are open.
 */
final class TcpProxy implements AutoCloseable {

    /** What it does with bytes and connections. */
    enum Mode {
        /** Passes everything on. */
        PASS,
        /** Resets every connection, old and new. */
        REFUSE,
        /** Accepts, and passes nothing on any more. */
        BLACK_HOLE,
        /** Passes on until the client sends a commit; passes that on too, but no answer. */
        LOSE_ANSWER_OF_COMMIT,
        /** Passes on until the client sends a commit; from then on nothing. */
        WITHHOLD_COMMIT
    }

    private static final Pattern AUTHORITY = Pattern.compile("//(([^/:]+):([0-9]+))");

    private final ServerSocket listener;
    private final String host;
    private final int port;
    private final String authority;
    private final List<ProxiedConnection> connections = new CopyOnWriteArrayList<>();
    private volatile Mode mode = Mode.PASS;
    private volatile int latencyMillis;
    private volatile CountDownLatch commit = new CountDownLatch(1);

    /**
     * @param url a JDBC URL with host and port
     */
    TcpProxy(String url) {
        Matcher matcher = AUTHORITY.matcher(url);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no host and port in " + url);
        }
        authority = matcher.group(1);
        host = matcher.group(2);
        port = Integer.parseInt(matcher.group(3));
        try {
            listener = new ServerSocket(0, 300, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon("proxy for " + port, this::accept);
    }

    /** The same database, reached through this proxy. */
    String through(String url) {
        return url.replace(authority, "127.0.0.1:" + listener.getLocalPort());
    }

    TcpProxy become(Mode next) {
        commit = new CountDownLatch(1);
        mode = next;
        if (next == Mode.REFUSE) {
            connections.forEach(ProxiedConnection::reset);
        }
        return this;
    }

    /** From now on each piece of data takes this long. */
    TcpProxy slow(int millis) {
        latencyMillis = millis;
        return this;
    }

    /** Waits until a client has sent a commit. */
    void awaitCommit() throws InterruptedException {
        Assertions.assertThat(commit.await(60, TimeUnit.SECONDS)).as("a commit was sent").isTrue();
    }

    Mode mode() {
        return mode;
    }

    int latencyMillis() {
        return latencyMillis;
    }

    void commitSeen() {
        commit.countDown();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (mode == Mode.REFUSE) {
                    ProxiedConnection.reset(client);
                } else {
                    ProxiedConnection connection = new ProxiedConnection(this, client, new Socket(host, port));
                    connections.add(connection);
                    daemon("to " + port, connection::fromClient);
                    daemon("from " + port, connection::fromServer);
                }
            } catch (IOException e) {
                // the listener was closed, or the client did not wait
            }
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(ProxiedConnection::reset);
    }
}
