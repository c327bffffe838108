package org.acme.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.quarkiverse.flamingock.ChangeContext;

/**
 * Appends one line per step to a file, on the disk when it returns.
 *
 * @param file the file
 */
record FileTraces(Path file) implements Traces {

    @Override
    public void leave(ChangeContext context, Part part, int delay) throws IOException {
        String line = String.join(" ", context.changeId(), part.name(), Long.toString(context.fencingToken()),
                Integer.toString(context.attempt()), context.executionId()) + "\n";
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }
}
