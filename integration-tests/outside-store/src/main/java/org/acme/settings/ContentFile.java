package org.acme.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.acme.files.DurableFile;
import org.acme.files.FileMutex;

import io.quarkiverse.flamingock.error.LockLostException;

/**
 * The file on the disk, and the right to read and change it.
 */
final class ContentFile {

    private final String target;
    private final Path path;
    private final FileMutex mutex;
    private final DurableFile file;

    ContentFile(String target, Path path) {
        this.target = target;
        this.path = path.toAbsolutePath();
        this.mutex = new FileMutex(this.path.resolveSibling(path.getFileName() + ".mutex"));
        this.file = new DurableFile(this.path);
    }

    <T> T hold(FileMutex.Action<T> action) throws IOException {
        Files.createDirectories(path.getParent());
        return mutex.hold(action);
    }

    /** Only while the mutex is held, as everything below. */
    Content read() throws IOException {
        return Content.parse(file.lines());
    }

    /** Nobody sees it yet. */
    void prepare(Content content) throws IOException {
        file.prepare(content.lines());
    }

    void publish() throws IOException {
        file.publish();
    }

    void replace(Content content) throws IOException {
        prepare(content);
        publish();
    }

    String target() {
        return target;
    }

    LockLostException lost(Content content, long token) {
        return new LockLostException(
                "Target system " + target + ", the settings in " + path + ", has seen token " + content.fence()
                        + ", not " + token + ": another instance took over.");
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
