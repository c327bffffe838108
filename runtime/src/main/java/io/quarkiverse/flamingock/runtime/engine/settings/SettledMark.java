package io.quarkiverse.flamingock.runtime.engine.settings;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.spi.AuditField;

/**
 * What the head says of a pipeline of which nothing is left to do. Behind it stand the executed changes that differ from the
 * code, how many and which, so that the one statement of a start with nothing pending tells of them, too. All of it is one
 * text, in the place where the fingerprint always was: a store that is there needs no other table, and a version that does not
 * know the rest finds a mark that is not its own, and looks for itself.
 *
 * @param text the fingerprint, and under which policies; {@code e} says that edits stand behind it
 * @param failsOnEdits whether a pipeline with edits is never settled
 */
public record SettledMark(String text, boolean failsOnEdits) {

    private static final String BETWEEN = "\n";
    private static final String EDITS = "(?s) \\d{1,9}(\n.*)?";

    /**
     * @param settled what a head says, may be null
     * @return whether nothing is left to do
     */
    public boolean fits(String settled) {
        return settled != null && settled.startsWith(text)
                && (settled.length() == text.length() || settled.substring(text.length()).matches(EDITS));
    }

    /**
     * @param settled what a head says that fits
     * @return whether executed changes differ from the code
     */
    public boolean hasEdits(String settled) {
        return settled.length() > text.length();
    }

    /**
     * @param settled what a head says, may be null
     * @return whether nothing is left to do, and there was room for all changes that differ
     */
    public boolean namesAll(String settled) {
        return fits(settled) && (!hasEdits(settled) || named(settled).size() == count(settled));
    }

    /**
     * @param settled what a head says that fits
     * @return the ids of the changes that differ: as many as there was room for
     */
    public List<String> named(String settled) {
        if (!hasEdits(settled)) {
            return List.of();
        }
        String[] parts = edits(settled).split(BETWEEN, -1);
        return List.of(parts).subList(1, parts.length);
    }

    /**
     * @param settled what a head says that has edits
     * @return how many changes differ
     */
    public int count(String settled) {
        return Integer.parseInt(edits(settled).split(BETWEEN, 2)[0]);
    }

    /**
     * @param edited the ids of executed changes that differ from the code
     * @return what the head is to say; null where the next start must look again
     */
    public String with(List<String> edited) {
        if (edited.isEmpty()) {
            return text;
        }
        if (failsOnEdits) {
            return null;
        }
        StringBuilder all = new StringBuilder(text).append(' ').append(edited.size());
        for (String id : fitting(edited, AuditField.TEXT_LENGTH - all.length())) {
            all.append(BETWEEN).append(id);
        }
        return all.toString();
    }

    private static List<String> fitting(List<String> ids, int room) {
        List<String> fitting = new ArrayList<>();
        int left = room;
        for (String id : ids) {
            left -= BETWEEN.length() + id.length();
            if (left < 0) {
                break;
            }
            fitting.add(id);
        }
        return fitting;
    }

    private String edits(String settled) {
        return settled.substring(text.length() + 1);
    }
}
