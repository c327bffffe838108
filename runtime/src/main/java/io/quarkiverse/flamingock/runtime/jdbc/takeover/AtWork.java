package io.quarkiverse.flamingock.runtime.jdbc.takeover;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.flamingock.runtime.jdbc.connection.Backend;
import io.quarkiverse.flamingock.spi.ChangeCall;

/**
 * The sessions that an execution uses outside of a transaction that the fence could stop, as they are noted in the fence before
 * they are used: whoever takes over can tell then whether something is still at work.
 *
 * @param token the token of the execution
 * @param service the application
 * @param changeId the id of the change
 * @param sessions the sessions at the server, in the order in which they were taken
 */
public record AtWork(long token, String service, String changeId, List<Backend> sessions) {

    /** The column of the note in the table of fences. */
    public static final String COLUMN = "at_work";

    /** How many characters a note has room for. */
    public static final int LENGTH = 2000;

    private static final String LINE = "\n";
    private static final int HEAD = 3;

    public AtWork {
        sessions = List.copyOf(sessions);
    }

    /**
     * @param call an execution
     * @param sessions its sessions
     * @return the note of it
     */
    public static AtWork of(ChangeCall call, List<Backend> sessions) {
        return new AtWork(call.token(), call.service(), call.changeId(), sessions);
    }

    /** Null where there is no note. */
    static AtWork parse(String text) {
        if (text == null) {
            return null;
        }
        String[] lines = text.split(LINE, -1);
        List<Backend> sessions = new ArrayList<>();
        for (int i = HEAD; i < lines.length; i++) {
            sessions.add(Backend.parse(lines[i]));
        }
        return new AtWork(Long.parseLong(lines[0]), lines[1], lines[2], sessions);
    }

    /**
     * @return the note, as it is written. Of more sessions than it has room for it names the newest
     */
    public String text() {
        String head = token + LINE + service + LINE + changeId;
        StringBuilder text = new StringBuilder();
        for (int i = sessions.size() - 1; i >= 0; i--) {
            String line = LINE + sessions.get(i).text();
            if (head.length() + text.length() + line.length() > LENGTH) {
                break;
            }
            text.insert(0, line);
        }
        return head + text;
    }

    boolean isOf(String otherService, String otherChangeId) {
        return service.equals(otherService) && changeId.equals(otherChangeId);
    }
}
