package org.acme.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        /** Accepts, and passes nothing on any more; the server learns nothing of the end of a client. */
        BLACK_HOLE
    }

    private static final Pattern AUTHORITY = Pattern.compile("//(([^/:]+):([0-9]+))");

    private final ServerSocket listener;
    private final String host;
    private final int port;
    private final String authority;
    private final List<ProxiedConnection> connections = new CopyOnWriteArrayList<>();
    private volatile Mode mode = Mode.PASS;
    private volatile int latencyMillis;
    private volatile Trap trap;

    /**
     * @param url a URL with host and port
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

    /** Disturbs the connection on which a client sends something. */
    Trap set(Trap next) {
        trap = next;
        return next;
    }

    Mode mode() {
        return mode;
    }

    int latencyMillis() {
        return latencyMillis;
    }

    Trap trap() {
        return trap;
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
