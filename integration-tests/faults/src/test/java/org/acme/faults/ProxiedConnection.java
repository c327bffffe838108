package org.acme.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/**
 * A connection through the proxy. A trap disturbs this one alone.
 */
final class ProxiedConnection {

    private final TcpProxy proxy;
    private final Socket client;
    private final Socket server;
    private volatile Trap.Effect trapped;

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
                Trap trap = proxy.trap();
                boolean caught = isClient && trap != null && trap.catches(buffer, n);
                if (caught) {
                    trapped = trap.effect();
                    if (trapped == Trap.Effect.ARRIVES_LATE) {
                        reset(client);
                        TimeUnit.SECONDS.sleep(4);
                    }
                }
                if (!isClient && trapped == Trap.Effect.CUT_AT_ANSWER) {
                    reset();
                } else if (passes(isClient)) {
                    out.write(buffer, 0, n);
                    out.flush();
                }
                if (caught) {
                    if (trapped == Trap.Effect.ARRIVES_LATE) {
                        // and is executed before the connection ends
                        TimeUnit.SECONDS.sleep(1);
                    }
                    trap.spring();
                }
            }
            if (!isSilent()) {
                to.close();
            }
        } catch (IOException e) {
            if (!isSilent()) {
                reset();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean passes(boolean isClient) {
        return proxy.mode() == TcpProxy.Mode.PASS && (isClient ? trapped != Trap.Effect.WITHHOLD : trapped == null);
    }

    /** The server learns nothing of the client's end, as when a machine is gone. */
    private boolean isSilent() {
        return proxy.mode() == TcpProxy.Mode.BLACK_HOLE || trapped == Trap.Effect.WITHHOLD;
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
