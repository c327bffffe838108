package org.acme.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A text file whose content is on the disk when a method returns. Who changes it holds a {@link FileMutex}.
 */
public final class DurableFile {

    private final Path file;
    private final Path next;

    /**
     * @param file the file; its directory is there
     */
    public DurableFile(Path file) {
        this.file = file.toAbsolutePath();
        this.next = this.file.resolveSibling(file.getFileName() + ".next");
    }

    /**
     * @return its lines; none where there is no file
     */
    public List<String> lines() throws IOException {
        return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList() : List.of();
    }

    /**
     * Adds a line. When it throws, the line may be there, or a part of it.
     */
    public void append(String line) throws IOException {
        boolean isNew = !Files.exists(file);
        // What a writer left that died in the middle becomes a line of its own.
        write(file, "\n" + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (isNew) {
            syncDirectory();
        }
    }

    /**
     * Prepares new content, which nobody sees yet. When it throws, nothing has happened.
     */
    public void prepare(List<String> lines) throws IOException {
        write(next, String.join("\n", lines) + "\n", StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    /**
     * Replaces the content by the one that was prepared: readers see the one or the other. When it throws, it may have
     * happened.
     */
    public void publish() throws IOException {
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        syncDirectory();
    }

    private static void write(Path file, String text, OpenOption... options) throws IOException {
        try (FileChannel channel = FileChannel.open(file, options)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** A file that is new or renamed survives a power failure once its directory is on the disk. */
    private void syncDirectory() throws IOException {
        try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
