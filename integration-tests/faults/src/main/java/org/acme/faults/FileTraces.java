package org.acme.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.ProbeResult;

/**
 * Appends one line per step to a file, on the disk when it returns.
 *
 * @param file the file
 */
public record FileTraces(Path file) implements Traces {

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

    /**
     * @param changeId the id of a change
     * @param doneInDatabase whether an execution of it has come to its end there
     * @return what its last execution left here and there
     * @throws IOException when the file can't be read
     */
    public ProbeResult probe(String changeId, boolean doneInDatabase) throws IOException {
        ProbeResult here = probe(changeId);
        return here == (doneInDatabase ? ProbeResult.APPLIED : ProbeResult.NOT_APPLIED) ? here : ProbeResult.PARTLY_APPLIED;
    }

    /**
     * @param changeId the id of a change
     * @return what its last execution left
     * @throws IOException when the file can't be read
     */
    public ProbeResult probe(String changeId) throws IOException {
        Part last = Part.TAKEN_BACK;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ");
                if (words[0].equals(changeId)) {
                    last = Part.valueOf(words[1]);
                }
            }
        }
        return last.probed();
    }
}
