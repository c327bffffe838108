package org.acme.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A trace that an execution left in a target system.
 *
 * @param at by the clock of the database; null in a file
 */
record Effect(String changeId, Traces.Part part, long token, int attempt, String executionId, Instant at) {

    static List<Effect> inFile(Path file) throws IOException {
        List<Effect> effects = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                effects.add(of(line));
            }
        }
        return effects;
    }

    /** As it is written where there is no table. */
    static Effect of(String line) {
        String[] words = line.split(" ");
        return new Effect(words[0], Traces.Part.valueOf(words[1]), Long.parseLong(words[2]), Integer.parseInt(words[3]),
                words[4], null);
    }

    boolean isDone(String change) {
        return part == Traces.Part.DONE && changeId.equals(change);
    }

    boolean isTakenBack(String change) {
        return part == Traces.Part.TAKEN_BACK && changeId.equals(change);
    }

    boolean isOf(String change, Traces.Part which) {
        return part == which && changeId.equals(change);
    }
}
