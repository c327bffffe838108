package org.acme.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

import org.acme.files.FileClock;
import org.acme.files.FileMutex;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;

/**
 * What the store and its lock share: a directory, its clock, and the right to read and change it. Whoever reads has the mutex,
 * too: so nobody sees what is not on the disk yet.
 */
public final class LedgerDirectory {

    private final Path path;
    private final FileMutex mutex;
    final InstantSource clock;
    final Ledger ledger;
    final Locks locks;

    /**
     * @param path the directory; made when the store is prepared
     */
    public LedgerDirectory(Path path) {
        this(path, new FileClock(path.resolve("clock")));
    }

    LedgerDirectory(Path path, InstantSource clock) {
        this.path = path;
        this.mutex = new FileMutex(path.resolve("mutex"));
        this.clock = clock;
        this.ledger = new Ledger(path.resolve("ledger"));
        this.locks = new Locks(path.resolve("locks"));
    }

    Path path() {
        return path;
    }

    void prepare() {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw unavailable("be made", e);
        }
    }

    <T> T change(String what, FileMutex.Action<T> action) {
        try {
            return mutex.hold(action);
        } catch (IOException | UncheckedIOException e) {
            throw unavailable(what, e);
        }
    }

    /** Where the directory was never made, there is nothing. */
    <T> T read(String what, T nothing, FileMutex.Action<T> action) {
        return Files.isDirectory(path) ? change(what, action) : nothing;
    }

    private AuditStoreUnavailableException unavailable(String what, Exception cause) {
        return new AuditStoreUnavailableException("The ledger in " + path + " could not " + what + ": " + cause
                + ". Check that the directory is there and that this process may read and write it.", cause);
    }
}
