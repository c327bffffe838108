package org.acme.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * A connection through the proxy. Once a commit was sent on it, it can be the only one that is disturbed.
 */
final class ProxiedConnection {

    private static final byte[] COMMIT = "COMMIT".getBytes(StandardCharsets.ISO_8859_1);

    private final TcpProxy proxy;
    private final Socket client;
    private final Socket server;
    private volatile boolean deaf;
    private volatile boolean mute;

    ProxiedConnection(TcpProxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    void fromClient() {
        pump(client, server, true);
    }

    void fromServer() {
        pump(server, client, false);
    }

    private void pump(Socket from, Socket to, boolean isClient) {
        byte[] buffer = new byte[65_536];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (proxy.latencyMillis() > 0) {
                    TimeUnit.MILLISECONDS.sleep(proxy.latencyMillis());
                }
                boolean isCommit = isClient && proxy.mode().name().contains("COMMIT") && contains(buffer, n);
                if (isCommit) {
                    mute = true;
                    deaf = proxy.mode() == TcpProxy.Mode.WITHHOLD_COMMIT;
                }
                if (proxy.mode() != TcpProxy.Mode.BLACK_HOLE && !(isClient ? deaf : mute)) {
                    out.write(buffer, 0, n);
                    out.flush();
                }
                if (isCommit) {
                    proxy.commitSeen();
                }
            }
            // The server of a silent connection learns nothing of the client's end, as when a machine is gone.
            if (!deaf && proxy.mode() != TcpProxy.Mode.BLACK_HOLE) {
                to.close();
            }
        } catch (IOException e) {
            if (!deaf && proxy.mode() != TcpProxy.Mode.BLACK_HOLE) {
                reset();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean contains(byte[] buffer, int length) {
        for (int i = 0; i + COMMIT.length <= length; i++) {
            int j = 0;
            while (j < COMMIT.length && buffer[i + j] == COMMIT[j]) {
                j++;
            }
            if (j == COMMIT.length) {
                return true;
            }
        }
        return false;
    }

    void reset() {
        reset(client);
        reset(server);
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // closed already
        }
    }
}
