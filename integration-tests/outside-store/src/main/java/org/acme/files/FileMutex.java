package org.acme.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one thread of one process at a time do something. The operating system ends it with the process that holds it.
 */
public final class FileMutex {

    /** What runs while the mutex is held. */
    @FunctionalInterface
    public interface Action<T> {

        /**
         * @return what the holder wants to know
         */
        T run() throws IOException;
    }

    private final Path file;

    /**
     * @param file a file for this and nothing else, in a directory that is there when it is held
     */
    public FileMutex(Path file) {
        this.file = file;
    }

    /**
     * Waits for the mutex and runs the action.
     */
    public <T> T hold(Action<T> action) throws IOException {
        // A file lock belongs to the process, and is gone as soon as any of its threads closes the file: so one thread at a time
        // opens it, whichever class loader it comes from. Equal strings that are interned are one object everywhere.
        Path real = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
        synchronized (("mutex of " + real).intern()) {
            FileChannel channel = FileChannel.open(real, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                channel.lock();
                return action.run();
            } finally {
                close(channel);
            }
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // What was done is done; the caller must not take it for failed.
        }
    }
}
