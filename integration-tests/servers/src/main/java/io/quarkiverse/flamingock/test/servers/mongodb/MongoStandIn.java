package io.quarkiverse.flamingock.test.servers.mongodb;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import de.bwaldvogel.mongo.bson.Document;

/**
 * The server: one thread per connection, so that a command may wait for the end of a transaction.
 */
public final class MongoStandIn implements AutoCloseable {

    private final ServerSocket server;
    private final Dispatcher dispatcher;
    private final Edition edition;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private MongoStandIn(Edition edition) throws IOException {
        this.edition = edition;
        this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.dispatcher = new Dispatcher("127.0.0.1:" + server.getLocalPort(), edition);
        daemon("accept", this::accept);
    }

    /**
     * @return a replica set with one member; it ends with the JVM, or with {@link #close()}
     */
    public static MongoStandIn start() {
        return start(new Edition(true, true, Edition.RECORDED));
    }

    /**
     * @return a replica set of a version between 4.4 and 5.0: it creates collections and indexes in transactions
     */
    public static MongoStandIn startLater() {
        return start(new Edition(true, true, Edition.LATER));
    }

    /**
     * @return a replica set that does not know the variable {@code $$NOW}, as some compatible databases
     */
    public static MongoStandIn startWithoutNow() {
        return start(new Edition(true, false, Edition.RECORDED));
    }

    /**
     * @return a server that is no replica set and so has no transactions
     */
    public static MongoStandIn startStandAlone() {
        return start(new Edition(false, true, Edition.RECORDED));
    }

    private static MongoStandIn start(Edition edition) {
        try {
            return new MongoStandIn(edition);
        } catch (IOException e) {
            throw new UncheckedIOException("The stand-in for MongoDB did not start", e);
        }
    }

    /**
     * @return its connection string, without a database
     */
    public String uri() {
        return "mongodb://127.0.0.1:" + server.getLocalPort() + "/" + (edition.replicaSet() ? "?replicaSet=rs0" : "");
    }

    /**
     * @param user a name; whoever knows one may sign in
     * @return its connection string for that user, without a database
     */
    public String uri(String user) {
        return uri().replace("//", "//" + user + ":secret@") + (edition.replicaSet() ? "&" : "?")
                + "authMechanism=PLAIN&authSource=$external";
    }

    /**
     * @return how many connections of clients are open
     */
    public int connections() {
        return connections.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                daemon("connection", () -> serve(connection));
            } catch (IOException e) {
                // closed; or a client that was gone before it was accepted
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(connection.getInputStream()));
            OutputStream out = connection.getOutputStream();
            Peer peer = new Peer(connection.getRemoteSocketAddress().toString().substring(1), null, null);
            Wire.Request request;
            while ((request = Wire.read(in)) != null) {
                peer = peer.after(request.command());
                Document answer = dispatcher.answer(request.database(), request.command(), peer);
                if (!request.silent()) {
                    Wire.write(out, request, answer);
                }
            }
        } catch (IOException e) {
            // the client is gone
        } finally {
            connections.remove(connection);
        }
    }

    private void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, "mongodb-stand-in-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The stand-in for MongoDB did not stop", e);
        }
    }
}
