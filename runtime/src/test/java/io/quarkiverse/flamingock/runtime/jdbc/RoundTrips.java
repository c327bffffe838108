package io.quarkiverse.flamingock.runtime.jdbc;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.SocketFactory;

/**
 * Makes the sockets of a driver that is told so by its URL, and counts how often they are read after they were written.
 */
public final class RoundTrips extends SocketFactory {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Ends a URL. */
    public static String option() {
        return "?socketFactory=" + RoundTrips.class.getName();
    }

    public static int count() {
        return COUNT.get();
    }

    @Override
    public Socket createSocket() {
        return new Counting();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("not asked for by these drivers");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) throws IOException {
        return createSocket(address, port);
    }

    private static final class Counting extends Socket {

        private final AtomicBoolean written = new AtomicBoolean();

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    count();
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    count();
                    return super.read(bytes, offset, length);
                }
            };
        }

        private void count() {
            if (written.getAndSet(false)) {
                COUNT.incrementAndGet();
            }
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    written.set(true);
                    out.write(bytes, offset, length);
                }

                @Override
                public void write(int value) throws IOException {
                    written.set(true);
                    out.write(value);
                }
            };
        }
    }
}
