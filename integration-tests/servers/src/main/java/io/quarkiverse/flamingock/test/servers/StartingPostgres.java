package io.quarkiverse.flamingock.test.servers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Answers as a PostgreSQL server does that is just starting: it takes connections, and refuses them.
 */
public final class StartingPostgres implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final String ERROR = "SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0";

    private final ServerSocket socket;

    private StartingPostgres(ServerSocket socket) {
        this.socket = socket;
    }

    /**
     * @return a server that never comes up
     */
    public static StartingPostgres start() throws IOException {
        StartingPostgres server = new StartingPostgres(new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1")));
        Thread thread = new Thread(server::answer, "starting-postgres");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /**
     * @return where it listens
     */
    public int port() {
        return socket.getLocalPort();
    }

    /**
     * @param database the name of a database
     * @return its JDBC URL
     */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    private void answer() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                refuse(new DataInputStream(client.getInputStream()), new DataOutputStream(client.getOutputStream()));
            } catch (IOException e) {
                // The client is gone, or this server is.
            }
        }
    }

    private static void refuse(DataInputStream in, DataOutputStream out) throws IOException {
        int request;
        do {
            int length = in.readInt();
            request = in.readInt();
            in.skipNBytes(length - 2L * Integer.BYTES);
            if (request == SSL_REQUEST || request == GSS_REQUEST) {
                out.writeByte('N');
                out.flush();
            }
        } while (request == SSL_REQUEST || request == GSS_REQUEST);
        byte[] error = ERROR.getBytes(StandardCharsets.US_ASCII);
        out.writeByte('E');
        out.writeInt(error.length + Integer.BYTES);
        out.write(error);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
